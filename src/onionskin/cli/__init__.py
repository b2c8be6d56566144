"""The command line: reads what was asked, calls the workbench, shows what came back."""
