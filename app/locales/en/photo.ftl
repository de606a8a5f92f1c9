# Photos
photo-of = Photo of { $what }
photo-title = Photos
photo-card = Sample card
photo-whole = Finished flower
photo-choose = Take a photo, or choose one
photo-other = Another photo
photo-hint = Any size: it is made smaller here, and where and by which phone it was taken is left out.
photo-set = Use this photo
photo-replace = Replace photo
photo-remove = Remove photo
photo-step = { $n }. { $step }
photo-back = The earlier photo comes back.
photo-back-none = The photo goes; there was none before.
photo-of-order = Sample card of order { $code }
photo-bad-piece = Bad piece
photo-bad-piece-add = Show her a bad piece
photo-of-count = Bad piece in { $worker }’s count of { $day }
