"""`onionskin completion SHELL`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from onionskin.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="""\b
Example:
  onionskin completion bash > ~/.local/share/bash-completion/completions/onionskin
  onionskin completion zsh  > ~/.zfunc/_onionskin
  onionskin completion fish > ~/.config/fish/completions/onionskin.fish""",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what a shell needs to complete commands."""
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"this version of click completes nothing for {shell}")
    tree = ctx.find_root().command
    click.echo(kind(tree, {}, "onionskin", "_ONIONSKIN_COMPLETE").source())
