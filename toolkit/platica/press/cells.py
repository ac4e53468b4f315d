"""Names of header cells that no other part has, so that parts can be bound as they are. Imported by the worker only.

WeasyPrint names the header cells of every document alike and lists them nowhere; PDF wants them listed.
"""

import pydyf


def name_cells(pdf: pydyf.PDF, part: str) -> None:
    """Puts the part's name before those of its header cells, for all that refer to them too, and lists them."""
    elements = [one for one in pdf.objects if isinstance(one, pydyf.Dictionary)]
    named: dict[str, bytes] = {}
    for element in elements:
        if element.get("Type") == "/StructElem" and "ID" in element:
            element["ID"].string = name = f"{part}-{element['ID'].string}"
            named[name] = element.reference
    if named:
        pairs = [one for name in sorted(named) for one in (pydyf.String(name), named[name])]
        listed = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
        pdf.add_object(listed)
        root = next(one for one in elements if one.get("Type") == "/StructTreeRoot")
        root["IDTree"] = listed.reference
