// The body of a chat completion request.

#include "document/json.hpp"
#include "provider/provider_type.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

HttpRequest asked(const Request& request, const ProviderSettings& settings) {
  return settings.api->ask(request, settings);
}

const ProviderSettings openai = plain_provider("openai", *find_provider_type("openai"));

// What is sent of a schema; empty when nothing is.
std::string response_format(const char* schema) {
  Request request;
  request.json_output = true;
  request.output_schema = *parse_json(schema);
  const auto body = parse_json(asked(request, openai).body);
  const Value* format = body->find("response_format");
  return format == nullptr ? "" : compact_json(*format);
}

}  // namespace

TEST_CASE("a request says all that was asked, and leaves out what was not") {
  Request request;
  request.target = {"openai", "gpt-4o-mini"};
  request.messages = {text_message(Role::system, "Be brief."),
                      text_message(Role::user, "Hi"),
                      text_message(Role::model, "Hello"),
                      {Role::user, {TextPart{"See"}, MediaPart{"https://x/y.png", {}}}}};
  request.stream = false;
  ProviderSettings settings = openai;
  settings.base_url = "http://127.0.0.1:1/v1";
  settings.api_key = "${KEY}";
  settings.headers = {{"X-Team", "a"}};
  const HttpRequest plain = asked(request, settings);
  CHECK(plain.url == "http://127.0.0.1:1/v1");
  CHECK(plain.path == "/chat/completions");
  CHECK(plain.headers == std::vector<std::pair<std::string, std::string>>{{"Content-Type", "application/json"},
                                                                          {"Authorization", "Bearer ${KEY}"},
                                                                          {"X-Team", "a"}});
  CHECK(plain.body ==
        R"({"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},)"
        R"({"role":"assistant","content":"Hello"},{"role":"user","content":[{"type":"text","text":"See"},)"
        R"({"type":"image_url","image_url":{"url":"https://x/y.png"}}]}]})");
}

TEST_CASE("parameters, schema and streaming as OpenAI names them") {
  Request request;
  request.target = {"openai", "m"};
  request.messages = {text_message(Role::user, "Hi")};
  request.parameters.temperature = 0.2;
  request.parameters.top_p = 1;
  request.parameters.max_output_tokens = 50;
  request.parameters.seed = 7;
  request.parameters.stop = {"END"};
  request.json_output = true;
  request.output_schema =
      map_value().set("type", text_value("object")).set("additionalProperties", boolean_value(false));
  ProviderSettings settings = openai;
  CHECK(asked(request, settings).body ==
        R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"temperature":0.2,"top_p":1,)"
        R"("max_completion_tokens":50,"seed":7,"stop":["END"],"response_format":{"type":"json_schema","json_schema":)"
        R"({"name":"reply","strict":true,"schema":{"type":"object","additionalProperties":false}}},"stream":true,)"
        R"("stream_options":{"include_usage":true}})");
  const Value older = *parse_json(R"({"max_tokens_parameter":"max_tokens"})");
  Diagnostics faults;
  FieldReader fields(older, faults);
  settings.api = settings.type->make(fields);
  CHECK(asked(request, settings).body.find("\"max_tokens\":50") != std::string::npos);
}

TEST_CASE("a schema is sent as strict only where every map in it is closed and demands all it names") {
  const auto is_strict = [](const char* schema) {
    return response_format(schema).find("\"strict\":true") != std::string::npos;
  };
  CHECK(is_strict(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],)"
                  R"("additionalProperties":false})"));
  CHECK_FALSE(is_strict(R"({"type":"object"})"));
  CHECK_FALSE(is_strict(R"({"type":"object","properties":{"a":{}},"additionalProperties":false})"));
  CHECK_FALSE(is_strict(R"({"type":"object","properties":{"a":{"type":["object","null"]}},"required":["a"],)"
                        R"("additionalProperties":false})"));
}

TEST_CASE("a schema with anything but a map at its root is not sent: the API refuses it") {
  CHECK(response_format(R"({"type":"array","items":{"type":"string"}})").empty());
  CHECK(response_format(R"({"type":"string"})").empty());
  CHECK(response_format(R"({"anyOf":[{"type":"object"},{"type":"null"}]})").empty());
  CHECK(response_format(R"({"type":["object","null"]})").empty());
  CHECK(response_format("null") == R"({"type":"json_object"})");
}
