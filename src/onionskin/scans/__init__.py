"""Files to page text: opens what archives hand out within stated limits, runs OCR, and keeps where each word stood.

`walk.walk` finds the files, `source.open_source` opens one and gives its pages, `source.page_image` draws one for the
eye. Engines keep the contract in `engine`, formats the one in `leaves`; `registry` knows them by name and loads none
before it is needed.
"""
