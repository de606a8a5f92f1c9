# Giving out and taking back
give-title = Give out to one worker
give-what = What
give-of = { $style } · { $step } ({ $n } waiting)
give-pieces = How many
give-do = Give it out
home-title = Who has what
home-since = Since
home-issued = Taken
home-rate = Rate
home-repairs = Repair
back-do = Take back
back-of = Take back from { $name }
back-title = Take back from { $name }
back-lead = What is not made goes back to be given out again.
back-pieces = How many
back-note = Why
back-to = Back to { $place }
