"""Pages as images with exact truth: `generate` draws papers by lot, types them on paper, ages and scans them."""
