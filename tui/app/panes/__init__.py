"""The places of the app that are no subject: help, the palette, a choice, who says so."""
