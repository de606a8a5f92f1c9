# Today: what to do first
today-waiting = Waiting to be counted
today-at-home = At workers’ homes
today-owed = Owed to workers
today-declared = They bring work: count it
today-since = Said on { $day }
today-pools = Waiting to be split
today-pool = { $code } · due { $due }
today-came-back = Refused and missing
today-settle = To be settled
today-unanswered = Sent, not yet answered
today-sent = Sent on { $day }
today-long-redo = Long in rework
today-redo = { $style } · { $code } · sent back { $n ->
    [one] a day
   *[other] { $n } days
 } ago
today-disputes = Entries that are called not right
today-quiet = Nothing waits for you just now
today-quiet-how = All the work is given out. Wait for it to come in.
dispute-says = Count of { $day }: { $counted } accepted; she says { $says }.
dispute-says-pieces = { $what } of { $day }: { $was } pieces are written down, she says { $is }.
dispute-says-money = { $what } of { $day }: { $was } is written down, she says { $is }.
dispute-correct = Undo it, to enter it anew
dispute-words = “{ $words }”
dispute-recount = Undo it and count again
dispute-answer = Your answer to her
dispute-do = Answer
begin-title = Three steps to begin
begin-lead = Enter what is made and who makes it, then the first order.
begin-styles = 1. Styles and rates
begin-styles-how = Which flowers, in which steps, at what rate
begin-workers = 2. Workers
begin-workers-how = Who makes them, how long a day, what they can do
begin-order = 3. The first order
begin-order-how = For which firm, how many, due when
begin-done = Done
begin-next = Do this first
begin-import = Do you have workbooks or a notebook as files? Bring them in at once:
due-finished = All made
due-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
 }
due-today = Due today
due-soon = { $n ->
    [one] 1 day left
   *[other] { $n } days left
 }
today-more = { $n } more
today-ready = All made: ready to send
today-due = due { $due }
today-danger = May not be ready in time
