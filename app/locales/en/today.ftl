# Today: what to do first
today-waiting = Waiting to be counted
today-at-home = With workers
today-owed = Owed to workers
today-declared = Ready to count
today-since = Declared { $day }
today-pools = Waiting to be split
today-pool = { $code } · due { $due }
today-came-back = Refused and short
today-settle = To resolve
today-unanswered = Waiting for the firm
today-sent = Sent { $day }
today-long-redo = Long in rework
today-redo = { $style } · { $code } · sent back { $n ->
    [one] a day
   *[other] { $n } days
 } ago
today-disputes = Disputed entries
today-quiet = Nothing to do right now
today-quiet-how = All work is handed out. Wait for hand-ins.
dispute-says = Count of { $day }: { $counted } accepted; she says { $says }.
dispute-says-pieces = { $what } of { $day }: { $was } pieces are recorded, she says { $is }.
dispute-says-money = { $what } of { $day }: { $was } is recorded, she says { $is }.
dispute-correct = Undo and record again
dispute-words = “{ $words }”
dispute-recount = Undo and count again
dispute-answer = Your answer to her
dispute-do = Answer
begin-title = Four steps to start
begin-lead = Add what is made and who makes it, then the first order, then split it.
begin-styles = 1. Styles and rates
begin-styles-how = Which flowers, in which steps, at what rate
begin-workers = 2. Workers
begin-workers-how = Who makes them, how long a day, what they can do
begin-order = 3. The first order
begin-order-how = For which firm, how many, due when
begin-split = 4. The first split
begin-split-how = Open the order: who makes how many is worked out for you
begin-done = Done
begin-next = Do this first
begin-import = Have workbooks or a notebook as files? Import them all:
due-finished = Finished
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
today-ready = Finished: ready to send
today-due = due { $due }
today-danger = May be late
todo-title = To do today
todo-disputes = { $n ->
    [one] 1 entry is disputed
   *[other] { $n } entries are disputed
  }
todo-disputes-do = Answer
todo-approvals = { $n ->
    [one] 1 entry waits for your approval
   *[other] { $n } entries wait for your approval
  }
todo-look = Look
todo-count = { $workers ->
    [one] 1 worker reports { $n }
   *[other] { $workers } workers report { $n }
  }
todo-count-do = Count
todo-came-back = { $code }: { $n } refused or short
todo-settle-do = Resolve
todo-order-late = { $code }: { $days ->
    [one] 1 day
   *[other] { $days } days
  } late, { $n } to make
todo-orders-late = { $n ->
    [one] 1 more order is overdue
   *[other] { $n } more orders are overdue
  }
todo-workers-late = { $workers ->
    [one] 1 worker has { $n } overdue
   *[other] { $workers } workers have { $n } overdue
  }
todo-pool = { $style }, { $step }: { $n } to split
todo-pools = { $pools } steps, { $n } pieces to split
todo-split-do = Split
todo-danger = { $code } may miss { $due }
todo-dangers = { $n ->
    [one] 1 more order may be late
   *[other] { $n } more orders may be late
  }
todo-ready = { $code } is made: { $n } in stock
todo-deliver-do = Deliver
today-all = All lists
