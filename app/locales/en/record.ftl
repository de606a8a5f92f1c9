# Recording on a page
record-start = ● Record
record-stop = ■ Stop
record-hear = ▶ Hear it
record-away = Discard
record-goes-on = Recording: # s, { $most } s at most
record-taken = Recorded: # s. Hear it, then press the button below.
record-denied = The phone does not allow the microphone. Allow it in the phone's settings, or choose a recorded file below.
record-file = The recording, or a recorded file
record-a-file = I have a recording as a file
