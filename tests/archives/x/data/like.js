window.YTD.like.part0 = [ { "like" : { "tweetId" : "577579682074661422", "fullText" : "On moss", "expandedUrl" : "https://twitter.com/i/web/status/577579682074661422" } } ]
