# 听：点一下，念出来
hear-label = 听：{ $words }
hear-failed = 没放出来。网好了再点一次。
