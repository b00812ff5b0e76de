window.YTD.direct_messages_group.part0 = [ { "dmConversation" : { "conversationId" : "1612345678901234567", "messages" : [
  { "participantsLeave" : { "userIds" : [ "81" ], "createdAt" : "2024-04-12T05:33:34.000Z" } },
  { "messageCreate" : { "senderId" : "42", "id" : "3", "text" : "Who brings the soup?", "createdAt" : "2024-04-13T05:33:34.000Z" } },
  { "joinConversation" : { "initiatingUserId" : "42", "participantsSnapshot" : [ "42", "77", "80" ], "createdAt" : "2024-04-01T05:33:34.000Z" } } ] } } ]
