# What a chat shows of a link before it is opened: no name, no money
preview-title = Petalwork: work and pay for handmade flowers, plain to see
preview-what = See your work, what you handed in and what was counted. Your own books are for you alone.
preview-card = Your worker card
preview-card-what = Open it to see what to make, by when, and what was counted.
preview-firm = Your orders and deliveries
preview-firm-what = Open it to see how far your orders are, when they will be ready, and to inspect what was sent.
preview-delivery = Delivery note: please inspect
preview-delivery-what = Open it, count, and enter what you received. No account needed.
preview-invitation = You are invited to Petalwork
preview-invitation-what = Open it and choose a phone number and password. The link works once.
