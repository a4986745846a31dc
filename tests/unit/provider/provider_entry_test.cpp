// What an entry of promptctl.yaml makes of a provider.

#include "provider/provider_entry.hpp"

#include "document/json.hpp"
#include "provider/destination_check.hpp"
#include "provider/provider_type.hpp"
#include "provider/reply_places.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string place_of(const std::string& entry) {
  Diagnostics faults;
  const Field field{"p", {}, *parse_json(entry)};
  ProviderSettings settings = read_provider(field, {}, faults);
  REQUIRE(faults.errors() == 0);
  return reply_places({{"p", settings}}, {{"HOST", "h"}}).at("p");
}

const std::string own = R"("type":"http","base_url":"https://${HOST}","body":{"q":"{{text}}"},"answer":{"text":"/a"})";

}  // namespace

TEST_CASE("replies are kept apart by what an entry says of them, and not by how they are carried") {
  const std::string place = place_of("{" + own + "}");
  for (const char* more : {R"("concurrency":3)", R"("retries":0)", R"("timeouts":{"total":"1s"})",
                           R"("proxy":"http://x")", R"("limits":{"requests_per_minute":3})",
                           R"("max_data_class":"public")", R"("api_key":"${K}")", R"("ca_file":"a.pem")"}) {
    INFO(more);
    CHECK(place_of("{" + own + "," + more + "}") == place);
  }
  for (const char* more : {R"("headers":{"X-Model":"b"})", R"("finish_reasons":{"eos":"stop"})", R"("omit":["seed"])",
                           R"("schemas":"prompt")"}) {
    INFO(more);
    CHECK(place_of("{" + own + "," + more + "}") != place);
  }
  CHECK(place_of(R"({"type":"http","base_url":"https://h2","body":{"q":"{{text}}"},"answer":{"text":"/a"}})") != place);
  CHECK(place_of(R"({"type":"http","base_url":"https://h","body":{"q":"{{last}}"},"answer":{"text":"/a"}})") != place);
  CHECK(place_of(R"({"type":"http","base_url":"https://h","body":{"q":"{{text}}"},"answer":{"text":"/b"}})") != place);
  CHECK(place_of(R"({"type":"openai","base_url":"https://h"})") !=
        place_of(R"({"type":"openai-responses","base_url":"https://h"})"));
  CHECK(place_of(R"({"type":"openai","base_url":"https://h"})") !=
        place_of(R"({"type":"openai","base_url":"https://h","max_tokens_parameter":"max_tokens"})"));
}

TEST_CASE("what is known of a provider holds where its entry says nothing, and no other type is named") {
  const auto takes_schema = [](const std::string& entry) {
    Diagnostics faults;
    const ProviderType& openai = *find_provider_type("openai");
    const KnownProvider known{"p", "https://h", "${K}", R"({"response_format":"json_object"})"};
    const Value map = *parse_json(entry);
    const ProviderSettings settings = read_provider({"p", {}, map}, known_provider(known, openai), faults);
    REQUIRE(faults.errors() == 0);
    return settings.api->takes("output_schema", "m");
  };
  CHECK_FALSE(takes_schema("{}"));
  CHECK_FALSE(takes_schema(R"({"type":"openai"})"));
  CHECK(takes_schema(R"({"response_format":"json_schema"})"));
  CHECK(takes_schema(R"({"type":"mistral"})"));
}

TEST_CASE("a variable that would break a line is told where the file names it, and one that is unset is not") {
  Diagnostics faults;
  const Field field{"p",
                    {},
                    *parse_json(R"({"type":"openai","base_url":"https://${HOST}","api_key":"${K}",)"
                                R"("headers":{"X-Team":"${TEAM}"}})")};
  const ProviderSettings settings = read_provider(field, {}, faults);
  CHECK_NOTHROW(require_sound_variables(settings, {{"HOST", "h"}, {"K", " sk-1\n"}}));
  CHECK_NOTHROW(require_sound_variables(settings, {}));
  CHECK_THROWS_WITH(require_sound_variables(settings, {{"K", "sk\n1"}}),
                    "`api_key` of `p` can't be sent: the environment variable K holds a line break or another control "
                    "character");
  const std::string why = "can't be sent: the environment variable ";
  const std::string broken = " holds a line break or another control character";
  CHECK_THROWS_WITH(require_sound_variables(settings, {{"TEAM", "a\x7f"}}),
                    "`headers` of `p` " + why + "TEAM" + broken);
  CHECK_THROWS_WITH(require_sound_variables(settings, {{"HOST", "a\nb"}}),
                    "`base_url` of `p` " + why + "HOST" + broken);
}
