"""`python -m bench.emending.fitting`: the weights of `onionskin.emending.confidence`, from the `build` half."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from bench.emending.damage import damaged
from bench.emending.texts import edited_texts
from bench.emending.words import true_word
from bench.noise.model import Noisy
from bench.reading.__main__ import DATA
from onionskin.emending.confidence import features
from onionskin.emending.misreadings import Correction, corrections
from onionskin.emending.tokens import damage, tokens
from onionskin.emending.vocabulary import Vocabulary

RATES = {0.0: 150, 0.01: 120, 0.03: 120, 0.06: 100}
"""Of the rates, how many papers."""
PENALTY, ROUNDS = 0.5, 60


def judged(volume: Path) -> Iterator[tuple[Correction, bool]]:
    """Corrections that nothing guards, and whether each is right."""
    texts = list(edited_texts(volume))
    for rate, count in RATES.items():
        papers = [
            [damaged(p, rate, "build", f"{text.document}/{n}") for n, p in enumerate(text.paragraphs)]
            for text in Random(1).sample(texts, min(count, len(texts)))
        ]
        vocabulary = Vocabulary.of(noise.text for paper in papers for noise in paper)
        for paper in papers:
            yield from _of_paper(paper, vocabulary)


def _of_paper(paper: list[Noisy], vocabulary: Vocabulary) -> Iterator[tuple[Correction, bool]]:
    hurt = damage([token for noise in paper for token in tokens(noise.text)], vocabulary)
    for noise in paper:
        for each in corrections(noise.text, tokens(noise.text), vocabulary, hurt):
            if each.guard is None:
                yield each, each.to == true_word(noise, each.token.span)


def fitted(signs: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The weights of a logistic regression, by Newton's method, with a small penalty on each."""
    weights = np.zeros(signs.shape[1])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (right - said) - PENALTY * weights
        curve = (signs * (said * (1 - said))[:, None]).T @ signs + PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def main() -> int:
    """Prints the weights."""
    rows = list(judged(DATA / "frus" / "frus1961-63v19.xml"))
    weights = fitted(np.array([features(each) for each, _ in rows]), np.array([float(right) for _, right in rows]))
    print(f"WEIGHTS = ({', '.join(f'{weight:.3f}' for weight in weights)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
