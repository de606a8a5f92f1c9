# A worker's phone: my work, handing in, counts
my-to-make = To make
my-earned = Earned this month
my-owed = Owed to me
my-owed-ahead = You have had more than you earned so far. It comes off what you earn next.
my-pin-open = Give your PIN to see your pay
my-work-title = What I have to make
my-nothing = Nothing to make just now
my-nothing-next = The coordinator will tell you when there is new work.
my-hand = to make
my-redo = to do again
my-repairs = Sent back by the firm to repair
my-due-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
my-due-today = Due today
my-due-tomorrow = Due tomorrow
my-due-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
my-due-day = Due { $day }
my-rate = { $rate } a piece
my-brings = Brings { $fen }
my-declared = { $n } declared, waiting to be counted
my-hand-in = Hand in
my-waiting = Declared, waiting to be counted
my-counts = Counts
my-counted-on = Counted { $day }
my-accepted = Accepted
my-rework = Rework
my-scrapped = Scrapped
my-reason = Why: { $reason }
my-right = Right
my-wrong = Not right
my-said-right = You said it is right
my-said-wrong = You said it is not right
my-said-accepted = You say { $n } should be accepted: { $words }
my-answered = The coordinator answers: { $answer }
my-no-answer = Waiting for the coordinator’s answer.
my-undone = This count was corrected on { $day } and no longer holds.
my-hand-in-question = How many do you bring?
my-hand-in-hint = Not declared yet: { $n }, rework among them. Bringing fewer? Make the number smaller.
my-hand-in-send = Declare
my-hand-in-then = It counts once the coordinator has counted it.
my-hand-in-all = All that you have is declared
my-hand-in-all-next = The coordinator will count it.
my-hand-in-undo = A wrong number? Tell the coordinator: what is counted is what counts.
my-count-title = Count of { $day }
my-count-declared = You declared
my-count-pay = You earned
my-count-right = Right, all of it
my-dispute = Not right?
my-dispute-accepted = How many should be accepted?
my-dispute-why = What is wrong?
my-dispute-few = Counted too few
my-dispute-rework = Good ones were sent back
my-dispute-scrapped = Good ones were scrapped
my-dispute-flower = The wrong flower
my-dispute-other = Something else
my-dispute-own = Anything to add
my-dispute-send = Tell the coordinator
my-dispute-then = The coordinator sees it and answers you. Nothing in the books is changed in silence.
my-was-undone = Corrected
my-was-answered = The coordinator answered
