# Hearing what a page shows
hear-label = Listen: { $words }
hear-failed = The sound did not play. Tap again when there is a connection.
