# What is new to a worker
news-title = New
news-more = { $n } more
news-older = { $n } older ones are in your book
news-seen = I have seen all of it
news-unseen = new
news-arrived = Something new: show it
