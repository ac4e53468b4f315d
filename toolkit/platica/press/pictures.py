"""Whether a picture can be shown whole. Imported by the worker only, whose limits hold for it."""

import io


def is_whole(picture: bytes) -> bool:
    """Whether every dot of a PNG or JPEG file can be read."""
    from PIL import Image, ImageFile

    # WeasyPrint lets half a picture pass as a whole one.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            opened.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return True
