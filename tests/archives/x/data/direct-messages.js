window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "42-77", "messages" : [
  { "messageCreate" : { "recipientId" : "77", "senderId" : "42", "id" : "2", "text" : "Thursday?", "createdAt" : "2024-04-12T05:33:34.000Z", "mediaUrls" : [ ], "urls" : [ ], "reactions" : [ ] } },
  { "messageCreate" : { "recipientId" : "42", "senderId" : "77", "id" : "1", "text" : "Any day", "createdAt" : "2024-04-11T05:33:34.000Z" } } ] } } ]
