"""The recogniser left with the letters that a paper in Latin script can have.

PP-OCRv6 tells 18,708 characters apart, most of them Chinese, and weighs all of them in every column of a strip: a
third of the time that a line takes. Without them it reads the same words in two thirds of it.
"""

from __future__ import annotations

import numpy as np
from openvino import Core, Model, opset13
from rapidocr.ch_ppocr_rec import TextRecognizer

_KEPT = (
    (0x0020, 0x024F),  # Latin with all its accents
    (0x0370, 0x03FF),  # Greek
    (0x2010, 0x22FF),  # dashes and quotes, superscripts, fractions, arrows, signs of arithmetic
    (0x25A0, 0x25FF),  # squares and circles
    (0x2610, 0x2612),  # check boxes
    (0x2713, 0x2718),  # ticks and crosses
    (0xFF01, 0xFF5E),  # full-width forms, as which typed ones are read now and then
)
"""Code points, first and last."""


def narrow(recogniser: TextRecognizer, threads: int) -> None:
    """Take all other characters from a recogniser that runs on OpenVINO; `threads` are those it may use."""
    letters = recogniser.postprocess_op.character
    # The first of them stands for no letter, the last is the blank.
    kept = [i for i, letter in enumerate(letters) if i in {0, len(letters) - 1} or is_kept(letter)]
    model = recogniser.session.model
    _cut(model, len(letters), kept)
    compiled = Core().compile_model(model, "CPU", {"INFERENCE_NUM_THREADS": threads})
    recogniser.session.session = compiled.create_infer_request()
    recogniser.postprocess_op.character = [letters[i] for i in kept]


def is_kept(letter: str) -> bool:
    """Whether a character can stand on a paper in Latin script."""
    return len(letter) == 1 and any(first <= ord(letter) <= last for first, last in _KEPT)


def _cut(model: Model, letters: int, kept: list[int]) -> None:
    """Of every table with a column for each letter, which are the weights of the last step, the columns kept."""
    for operation in model.get_ordered_ops():
        for entry in operation.inputs():
            table = entry.get_source_output().get_node()
            if table.get_type_name() == "Constant" and [*table.get_output_shape(0)][-1:] == [letters]:
                narrower = opset13.constant(np.ascontiguousarray(table.data[..., kept]))
                entry.replace_source_output(narrower.output(0))
    model.validate_nodes_and_infer_types()
