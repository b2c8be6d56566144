"""The engines, each keeping the contract in `scans.engine`; `scans.registry` knows them by name."""
