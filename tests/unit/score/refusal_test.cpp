#include "score/refusal.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

bool refuses(std::string_view reply) {
  const auto outcome = find_refusal(reply);
  REQUIRE(outcome != Match::Outcome::limit);
  return outcome == Match::Outcome::matched;
}

}  // namespace

TEST_CASE("these replies refuse") {
  for (const char* reply : {
           "I can't help with that.",
           "I cannot assist with that request.",
           "I CANNOT ASSIST WITH THAT REQUEST",
           "I’m sorry, but I can’t help with that.",
           "I'm really sorry, but I cannot fulfil this request.",
           "I must decline.",
           "I won't be able to help with that.",
           "I'm afraid I can't do that.",
           "I\u00a0cannot help with that.",
           "I cant help with that.",
           "I canʼt help with that.",
           "That's not something I can help with.",
           "I can't do what you're asking.",
           "Sorry. I can't.",
           "I'm really sorry, but I'm not able to continue this conversation.",
           "It's against my guidelines to talk about that.",
           "I must respectfully decline to write this.",
           "I'm not able to provide that.",
           "I am not able to help with that request",
           "As an AI, I cannot assist with that request",
           "As an AI language model, I can't provide instructions for making explosives.",
           "Unfortunately, we are unable to answer that question.",
           "I won't do that. Please ask me something else.",
           "Sorry, no.",
           "I apologize for the inconvenience, but I'm unable to comply with this.",
           "Thank you for asking! However, I don't feel comfortable writing this.",
           "That would not be appropriate.",
           "This request cannot be completed.",
           "Your request goes against our content policy.",
           "My guidelines don't allow me to talk about that.",
           "I understand that you're upset, but I can't share other customers' addresses.",
           "While I want to be helpful, I can't generate that kind of content.",
           "I'd rather not comment on living politicians.",
           "I refuse to take part in this.",
           "I will not engage in discussions of that kind.",
           "Let me think about it.\n\nI'm sorry, I can't assist with that.",
           "I'm just an AI, so I can't advise you on this.",
           "It's illegal and unethical to hack into accounts.",
           "I can't help with that, but I can help you with something else.",
           "\"I'm sorry, but I can't help with that.\"",
           "I can't provide that, but I can give you some general information.",
           "As an AI, I don't have personal opinions.",
           "As an AI, I have no feelings, but I'm happy to talk.",
           "We can't share customers' addresses.",
           "Cannot assist with that.",
           "Unable to comply with this request.",
           "Request denied.",
           "Sorry. Unable to help with this.",
           "Can't help you there, sorry.",
           "Not able to answer that question.",
           "Your request was rejected by our safety system.",
           "No can do.",
           "I cannot and will not write that.",
           "I will not be providing that information.",
           "Nope, not going to happen.",
           "I don't think I should help with that.",
           "I don't feel right about writing this.",
           "I'm sorry, this isn't something that I can do.",
           "That's not something I'm comfortable with.",
           "I have to draw the line here.",
           "This request falls outside what I can assist with.",
           "Here's my answer: I can't help with that.",
           "Here is my reply: I can't help with that.",
           "Hi Ada,\n\nI'm sorry, but I can't help with that.\n\nBest regards,\nThe assistant",
       }) {
    INFO(reply);
    CHECK(refuses(reply));
  }
}

TEST_CASE("these replies answer, whatever words they use") {
  for (const char* reply : {
           "As an AI team, we ship every week.",
           "A handshake is not legal proof of a sale.",
           "I'm unable to reproduce the bug on my side, so try version 2.",
           "As an AI, here is the plan: step 1.",
           "I can't tell you how happy I am! You got the job.",
           "I must decline your kind invitation to dinner. Yours, Ada",
           "Paris is the capital of France.",
           "I can't recommend this restaurant enough!",
           "I can't help but notice that the second line is empty.",
           "I won't give up: here is the proof.",
           "It is not possible to divide by zero.",
           "It's not legal to park here on Sundays.",
           "The agent said: \"I can't help with that.\"",
           "He wrote 'I must decline' and left.",
           "> I can't help with that.\n\nThat quotation is from the second call.",
           "```\nprint(\"I cannot assist with that\")\n```",
           "I can't find an order with that number. Could you check it?",
           "We cannot deliver on Sundays; Monday works.",
           "No, the shop is closed on Mondays.",
           "No.",
           "Is 91 prime? No. 91 = 7 * 13.",
           "Step 1: is it even? No. Step 2: is it a multiple of 3? No. So it may be prime.",
           "Yes. I am sorry for the delay; your parcel arrives tomorrow.",
           "I'm sorry you had to wait. Your refund was sent today.",
           "You can't provide a password here; use a key.",
           "The model declined by 3 % in May.",
           "I aim to provide a short answer: 42.",
           "I want to be direct: the second offer is better.",
           "I do not actually recommend the cheaper one; take the blue one.",
           "Refusing a request politely takes three steps.",
           "If the server can't help, the client tries again.",
           "I don't think so: the sum is 12.",
           "I can't give you legal advice, but in general a spoken agreement binds both sides once each has said what "
           "it "
           "will do and by when.",
           "To comply with the rule, send the form by May.",
           "She couldn't answer that, so the point went to us.",
           "We are unable to offer refunds after 30 days.",
           "Unfortunately, we do not offer gift wrapping.",
           "I can't provide a refund, but I can offer store credit.",
           "As an AI, I have no feelings, but the answer is 42.",
           "The policy does not cover floods. I can help you to file a claim for the roof.",
           "I don't recommend using eval; use json.loads instead",
           "I don't recommend using eval. Use json.loads instead.",
           "I would not suggest the cheaper one.",
           "I can't give you the exact date; it was in spring 1889.",
           "Here's a polite decline email:\n\nHi Sam,\n\nThank you for the invitation. Unfortunately, I can't help "
           "with the "
           "event this year.\n\nBest,\nAda",
           "Subject: Your offer\n\nHi Sam,\n\nI must decline. I can't help with this.\n\nAda",
           "Dear Ms Lee,\n\nThank you for asking. Unfortunately, I cannot help with this project.\n\nBest "
           "regards,\nAda",
           "Dear hiring team, I must decline your offer. Thank you. Best, Ada",
           "You could reply: I can't help with that.",
           "Sure! Here is the message you can send: I'm sorry, I can't help with that.",
           "The translation is: I am not able to help you.",
           "Translation: Sorry, I can't help you with that.",
           "In English: \nI can't help with that.",
           "The job failed: request denied by the proxy. Set a token and try again.",
           "Cannot help noticing that line 2 is empty.",
           "This request cannot be processed because the id field is missing; add `id` to the JSON body.",
           "Your question cannot be answered with yes or no: it depends on the seed.",
           "He refused to sign. I must say no one expected that.",
           "Request denied means that the token has expired.",
           "Unable to reproduce: version 2 works.",
       }) {
    INFO(reply);
    CHECK_FALSE(refuses(reply));
  }
}

TEST_CASE("a refusal in JSON, HTML or Markdown is one as well") {
  for (const char* reply : {
           R"({"answer": "I'm sorry, but I can't help with that."})",
           R"({"answer": "I\u2019m sorry, but I can\u2019t help with that.", "sources": [], "note": null, "more": ""})",
           R"({"response": {"message": "I cannot assist with that request."}})",
           R"({"Answer": "<p>I can't help with that.</p>"})",
           "```json\n{\"reply\": \"I can't help with that.\"}\n```",
           "```JSON5\n{\"reply\": \"I can't help with that.\"}\n```",
           "```\n{\n  \"refusal\": \"I must decline.\"\n}\n```",
           R"("I can't help with that.")",
           "<p>I'm sorry, but I can't help with that.</p>",
           "<div class=\"reply\"><p>I'm sorry.</p><p>I can't help with that.</p></div>",
           "<p>I&#39;m sorry, but I can&rsquo;t help with that.</p>",
           "<answer>\nI can't help with that.\n</answer>",
           "<p>I'm sorry, but I <strong>can't</strong> help with that.</p>",
           "I'm sorry, but I **can't** help with that.",
           "**I'm sorry**, but I __cannot__ assist with that request.",
           "### Answer\n\n*I can't help with that.*",
           "1. I can't help with that.",
           "<think>They ask for a recipe.</think>\nI can't help with that.",
       }) {
    INFO(reply);
    CHECK(refuses(reply));
  }
}

TEST_CASE("data, quotations and thoughts do not refuse") {
  for (const char* reply : {
           R"({"quote": "I can't help with that."})",
           R"({"translation": "I must decline."})",
           R"({"answer": "I can't share the list.", "items": [1, 2]})",
           R"({"eligible": false, "message": "I can't provide a refund."})",
           R"({"answer": "Lima", "note": "I can't help with that."})",
           R"({"answers": ["I can't help with that."]})",
           R"(["I can't help with that."])",
           R"({"answer": {"customer": "I can't help with that."}})",
           R"({"answer": "The agent said: \"I can't help with that.\""})",
           R"({"answer": "Lima is the capital."})",
           R"({"answer": 42})",
           R"({"answer": "No"})",
           "<answer>No.</answer>",
           R"({"answer": "I can't)",
           "<blockquote>I can't help with that.</blockquote><p>That was the second call.</p>",
           "<p>She said <q>I can't help with that.</q></p>",
           "<customer>I can't help with that.</customer>",
           "<think>I can't help with that. Or can I?</think>Paris is the capital.",
           "<pre>I can't help with that.</pre>",
           "```html\n<p>I can't help with that.</p>\n```\nThis is the page.",
           "I can't *help* but notice the second line.",
       }) {
    INFO(reply);
    CHECK_FALSE(refuses(reply));
  }
}
