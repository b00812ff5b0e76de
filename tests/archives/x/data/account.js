window.YTD.account.part0 = [ { "account" : { "username" : "nilsholm", "accountId" : "42", "accountDisplayName" : "Nils Holm" } } ]
