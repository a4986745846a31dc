// Two answers in one stream, on the openai type, and what looks like them.

#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/provider/openai_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

enum class Speaker { none, named };

std::string chunk(const std::string& id, Speaker role, const std::string& text, const std::string& reason = "") {
  return event((id.empty() ? R"({"choices":[{"index":0,"delta":{)" : R"({"id":")" + id + R"(","choices":[{"delta":{)") +
               (role == Speaker::named ? R"("role":"assistant",)" : R"("role":null,)") + R"("content":")" + text +
               R"("},"finish_reason":)" + (reason.empty() ? "null" : "\"" + reason + "\"") + "}]}");
}

// As OpenAI streams it.
std::string answer(const std::string& id, const std::string& text, const std::string& reason = "stop") {
  return chunk(id, Speaker::named, "") + chunk(id, Speaker::none, text.substr(0, 2)) +
         chunk(id, Speaker::none, text.substr(2)) + chunk(id, Speaker::none, "", reason);
}

const std::string two = "bad-response: the stream holds two answers: ";

}  // namespace

TEST_CASE("a stream that holds two answers is none") {
  const std::string cut = chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "It is ");
  const std::vector<std::pair<std::string, std::string>> streams{
      {answer("a", "Lima.") + answer("b", "Lima."), "`b` begins where `a` stood"},
      {answer("a", "Lima.") + answer("a", "Lima."), "it begins again after its end"},
      {answer("", "Lima.") + answer("", "Quito."), "it begins again after its end"},
      {answer("a", "Lima.", "length") + answer("b", "Quito."), "`b` begins where `a` stood"},
      {cut + answer("b", "Lima."), "`b` begins where `a` stood"},
      {cut + chunk("b", Speaker::named, "It is Lima.", "stop"), "`b` begins where `a` stood"},
      {answer("a", "Lima.") + chunk("b", Speaker::none, "Quito.", "stop"), "`b` begins where `a` stood"},
      {chunk("a", Speaker::named, "Li") + chunk("a", Speaker::named, "ma.", "stop") + chunk("b", Speaker::named, "Li"),
       "`b` begins where `a` stood"},
      {answer("a", "Lima.") + chunk("a", Speaker::none, " Quito."), "it begins again after its end"},
      {answer("", "Lima.") + chunk("", Speaker::none, " Quito."), "it begins again after its end"},
      {answer("a", "Lima.") + chunk("", Speaker::none, " Quito."), "it begins again after its end"},
      {chunk("a", Speaker::named, "Lima.") + chunk("a", Speaker::none, "", "stop") +
           chunk("a", Speaker::named, "Lima.", "stop"),
       "it begins again after its end"},
      {cut + answer("a", "It is Lima."), "it begins again before its end"},
      {chunk("", Speaker::named, "") + chunk("", Speaker::none, "It is ") + answer("", "It is Lima."),
       "it begins again before its end"}};
  for (const auto& [body, expected] : streams) {
    INFO(body);
    CHECK(decoded(body + done) == two + expected);
  }
}

TEST_CASE("ids, roles and finish reasons that come again lose no answer") {
  const std::vector<std::pair<std::string, std::string>> streams{
      {"an id of its own for each chunk", chunk("1", Speaker::named, "") + chunk("2", Speaker::none, "H") +
                                              chunk("3", Speaker::none, "i") + chunk("4", Speaker::none, "", "stop")},
      {"an id and a role for each chunk",
       chunk("1", Speaker::named, "H") + chunk("2", Speaker::named, "i") + chunk("3", Speaker::named, "", "stop")},
      {"an id that changes with the second",
       chunk("100", Speaker::named, "") + chunk("100", Speaker::none, "H") + chunk("101", Speaker::none, "i", "stop")},
      {"no id at first, then one",
       chunk("", Speaker::named, "") + chunk("a", Speaker::none, "H") + chunk("a", Speaker::none, "i", "stop")},
      {"an id of the keep-alive", chunk("keepalive", Speaker::named, "") + chunk("keepalive", Speaker::named, "") +
                                      chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "Hi", "stop")},
      {"a finish reason in each chunk",
       chunk("", Speaker::named, "H", "stop") + chunk("", Speaker::named, "i", "stop")},
      {"a finish reason and an id in each chunk",
       chunk("1", Speaker::named, "H", "stop") + chunk("2", Speaker::named, "i", "stop")},
      {"a role in the last chunk",
       chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "Hi") + chunk("a", Speaker::named, "", "stop")},
      {"a role in the last chunk, of another id",
       chunk("1", Speaker::named, "") + chunk("2", Speaker::none, "Hi") + chunk("3", Speaker::named, "", "stop")},
      {"the end twice", answer("a", "Hi") + chunk("a", Speaker::named, "", "stop")},
      {"usage under another id", answer("a", "Hi") + event(R"({"id":"b","choices":[],"usage":{}})")},
      {"text after the end, with an id of its own for each chunk",
       chunk("1", Speaker::named, "") + chunk("2", Speaker::none, "H") + chunk("3", Speaker::none, "", "stop") +
           chunk("4", Speaker::none, "i")},
      {"a role on its own amid the text", chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "H") +
                                              chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "i", "stop")},
      {"text after the end, of the same answer",
       chunk("a", Speaker::named, "") + chunk("a", Speaker::none, "H", "stop") + chunk("a", Speaker::none, "i")}};
  for (const auto& [what, body] : streams) {
    INFO(what);
    CHECK(decoded(body + done) == "Hi | stop |  | -,-,-");
  }
}

TEST_CASE("a role on its own amid the text begins no answer unless the text begins again") {
  const std::string opening = chunk("a", Speaker::named, "");
  const auto joined = [&opening](const std::string& first, const std::string& more) {
    return decoded(opening + chunk("a", Speaker::none, first) + opening + chunk("a", Speaker::none, more.substr(0, 1)) +
                   chunk("a", Speaker::none, more.substr(1), "stop") + done);
  };
  CHECK(joined("Yes, take", " it").starts_with("Yes, take it | stop"));
  CHECK(joined("Yes, take", "Yes, both").starts_with("Yes, takeYes, both | stop"));
  CHECK(joined("ha", "ha").starts_with("haha | stop"));
  CHECK(joined("Yes, take", "Yes, take it") == two + "it begins again before its end");
}

TEST_CASE("what others than the model say is no part of the answer") {
  const auto said_by = [](const std::string& role, const std::string& text) {
    return event(R"({"choices":[{"delta":{"role":")" + role + R"(","content":")" + text + R"("}}]})");
  };
  const std::string end = said_by("assistant", "Yes") + ended("stop") + done;
  for (const char* role : {"tool", "function", "user", "system", "developer"}) {
    INFO(role);
    CHECK(decoded(said_by(role, "No. ") + said("Never. ") + end).starts_with("Yes | stop"));
    const std::string body =
        R"({"choices":[{"message":{"role":")" + std::string(role) + R"(","content":"No"},"finish_reason":"stop"}]})";
    CHECK(decoded(body) == "bad-response: the answer holds no message: " + body);
  }
  CHECK(decoded(said_by("model", "Well. ") + end).starts_with("Well. Yes | stop"));
  CHECK(decoded(said("Let me see. ") + said_by("tool", "No. ") + end).starts_with("Let me see. Yes | stop"));
}

TEST_CASE("a gateway that calls tools itself goes on after them") {
  CHECK(decoded(answer("a", "One. ", "tool_calls") + answer("b", "Two.") + done).starts_with("One. Two. | "));
  CHECK(decoded(answer("a", "One. ", "tool_calls") + answer("b", "Two.") + answer("c", "Two.") + done) ==
        two + "`c` begins where `b` stood");
}
