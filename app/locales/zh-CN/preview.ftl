# 链接发到聊天里，没打开时看到的话：没有人名，没有钱
preview-title = 花工账：做花的活和工钱，清清楚楚
preview-what = 打开看自己的活、交了多少、数了多少。自己的账，只有自己看得到。
preview-card = 您的工人卡
preview-card-what = 点开，看要做什么花、哪天交、数了多少。
preview-firm = 您的订单和发货
preview-firm-what = 点开，看订单做到哪里、哪天好，验收发来的货。
preview-delivery = 发货单：请验收
preview-delivery-what = 点开，清点以后填收到多少。不用注册。
preview-invitation = 请您来用花工账
preview-invitation-what = 点开，定好电话号码和密码就能用。这个链接只能用一次。
