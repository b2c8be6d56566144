"""The papers for viewers that are not ours: IIIF's Image API 3 and Presentation API 3."""
