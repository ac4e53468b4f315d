"""Beautiful, accessible paper: views become HTML, the worker makes PDF parts of it, the binder joins them."""
