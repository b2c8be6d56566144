"""Frozen classes that are made in half the time: a paper is read through six hundred of their objects."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """The frozen dataclass with slots that it is put over, made the same way and as immutable.

    What `dataclass` writes for a frozen class looks up `object.__setattr__` for each field; this puts each into its
    slot. TypeError for a class with a default factory, or with a field that is no argument.
    """
    told = fields(cls)  # type: ignore[arg-type]  # that it is one is what its name says, and `fields` tells otherwise
    if any(not each.init or each.default_factory is not MISSING for each in told):
        raise TypeError(f"{cls.__name__} has a field that is made in a way of its own")
    names: dict[str, Any] = {f"put_{each.name}": getattr(cls, each.name).__set__ for each in told}
    names |= {f"default_{each.name}": each.default for each in told if each.default is not MISSING}
    given = [each.name + (f"=default_{each.name}" if each.default is not MISSING else "") for each in told]
    by_name = sum(not each.kw_only for each in told)
    if by_name < len(told):
        given.insert(by_name, "*")
    steps = [f"put_{each.name}(self, {each.name})" for each in told]
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    written = f"def __init__(self, {', '.join(given)}):\n " + "\n ".join(steps)
    exec(written, names)  # noqa: S102 - as `dataclasses` does: names of fields, and nothing from outside
    made = names["__init__"]
    made.__annotations__ = cls.__init__.__annotations__
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = made  # type: ignore[method-assign]  # the same signature
    return cls
