"""Editors: the schemas in the real yaml-language-server, and the settings for VS Code."""
