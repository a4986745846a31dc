// What a provider type makes of bodies, and sends.

#pragma once

#include <string>
#include <string_view>

#include "document/json.hpp"
#include "provider/provider_type.hpp"
#include "provider/response_decoder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/provider/openai_bodies.hpp"

namespace promptctl {

// A provider of this type with the settings of a JSON map.
inline ProviderSettings provider_of(std::string_view type, std::string_view own = "{}") {
  ProviderSettings settings = plain_provider("p", *find_provider_type(type));
  const Value map = *parse_json(own);
  Diagnostics faults;
  FieldReader fields(map, faults);
  settings.api = settings.type->make(fields);
  REQUIRE(faults.errors() == 0);
  settings.base_url = "https://h/v1";
  settings.api_key = "${KEY}";
  return settings;
}

inline CallOutcome answer_of(std::string_view type, std::string_view body, std::size_t piece = 1U << 20U,
                             int status = 200) {
  return outcome_of(status, body, piece, provider_of(type));
}

// The answer, which must be the same wherever its bytes are cut.
inline std::string answered(std::string_view type, std::string_view body, int status = 200) {
  const std::string whole = shown(answer_of(type, body, 1U << 20U, status));
  for (std::size_t piece = 1; piece < body.size(); piece += 1 + piece / 8) {
    INFO(piece);
    REQUIRE(shown(answer_of(type, body, piece, status)) == whole);
  }
  return whole;
}

// The first line of what is sent, its key, and its body.
inline std::string sent(const ProviderSettings& settings, const Request& request) {
  const HttpRequest http = settings.api->ask(request, settings);
  std::string text = http.folder + http.path + (http.query.empty() ? "" : "?" + http.query);
  for (const auto& [name, value] : http.headers) {
    text += name == "Content-Type" ? "" : " " + name + "=" + value;
  }
  return text + " " + http.body;
}

// A conversation with everything that a prompt may ask of a model.
inline Request full_request() {
  Request request;
  request.target = {"p", "m/1"};
  request.messages = {text_message(Role::system, "Be brief."),
                      text_message(Role::user, "Hi"),
                      text_message(Role::model, "Hello"),
                      {Role::user, {TextPart{"See"}, MediaPart{"data:image/png;base64,AAAA", ""}}}};
  request.json_output = true;
  request.output_schema =
      *parse_json(R"({"type":"object","properties":{},"required":[],"additionalProperties":false})");
  return request;
}

}  // namespace promptctl
