window.YTD.follower.part0 = [ { "follower" : { "accountId" : "90", "userLink" : "https://twitter.com/intent/user?user_id=90" } } ]
