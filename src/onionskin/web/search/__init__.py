"""Search as a place: the box, its form, what stands beside the papers found, strips of images, whole results."""
