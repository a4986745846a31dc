#include "document/secrets.hpp"

#include "provider/provider.hpp"
#include "registry/project_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// All lines of promptctl.yaml as they may be shown.
std::string shown(const std::string& text) {
  const SourcePointer source = with_hidden_secrets(source_of(text, "promptctl.yaml"));
  CHECK(source->text() == text);
  std::string all;
  for (int line = 1; line <= std::count(text.begin(), text.end(), '\n'); ++line) {
    all += source->shown_line(line) + "\n";
  }
  return all;
}

std::string in_provider(const std::string& settings) {
  const std::string head = "providers:\n  p:\n";
  return shown(head + settings).substr(head.size());
}

}  // namespace

TEST_CASE("the words of a name say whether a secret stands under it") {
  for (const char* name : {"api_key", "Authorization", "X-Auth-Token", "xApiKey", "Cookie", "Ocp-Apim-Subscription-Key",
                           "proxy_password", "client-secret", "apikey"}) {
    INFO(name);
    CHECK(is_secret_name(name));
  }
  for (const char* name :
       {"x-portkey-provider", "max_tokens_parameter", "X-Max-Tokens", "keyboard", "author", "base_url", "X-Team", ""}) {
    INFO(name);
    CHECK_FALSE(is_secret_name(name));
  }
}

TEST_CASE("a secret is what is written out, not what comes from a variable") {
  for (const char* text : {"Bearer ${TOKEN}", "${A}", "session=${A}; user=${B}", "${A:-none}", ""}) {
    INFO(text);
    CHECK(secret_in("Authorization", text).empty());
  }
  for (const char* text : {"Bearer abc", "sk-1", "Bearer sk-1 ${B}", "${A:-sk-123}", "${", "abcdefghijklmnopq${A}"}) {
    INFO(text);
    CHECK(secret_in("Authorization", text) == text);
  }
  CHECK(secret_in("X-Team", "abc").empty());
}

TEST_CASE("of an address a password is the secret, and a name alone may be a token") {
  CHECK(secret_in("proxy", "http://me:pw@h:1") == "me:pw");
  CHECK(secret_in("base_url", "https://token@h/v1") == "token");
  CHECK(secret_in("base_url", "https://${U:-me:pw}@h") == "${U:-me:pw}");
  for (const char* address : {"https://h/v1", "https://h/@x", "http://${U}:${P}@h", "http://me:${P}@h", "${BASE}"}) {
    INFO(address);
    CHECK(secret_in("base_url", address).empty());
  }
}

TEST_CASE("secrets of promptctl.yaml are masked where they stand, and nothing else is") {
  CHECK(in_provider("    {type: openai, api_key: openai, headers: {x-portkey-provider: openai}}\n") ==
        "    {type: openai, api_key: xxxxxx, headers: {x-portkey-provider: openai}}\n");
  CHECK(in_provider("    api_key: 'it''s' # why\n    max_tokens_parameter: max_tokens\n") ==
        "    api_key: 'xxxxx' # why\n    max_tokens_parameter: max_tokens\n");
  CHECK(in_provider("    api_key: \"a\\\"b\"\n") == "    api_key: \"xxxx\"\n");
  CHECK(in_provider("    api_key: ${KEY}\n    headers: {Authorization: \"Bearer ${X}\"}\n") ==
        "    api_key: ${KEY}\n    headers: {Authorization: \"Bearer ${X}\"}\n");
  CHECK(in_provider("    proxy: http://me:pw@h\n    base_url: 'http://u:p@h/v1'\n") ==
        "    proxy: http://xxxxx@h\n    base_url: 'http://xxx@h/v1'\n");
  CHECK(in_provider("    api_key: |\n      sk-1\n      sk-2\n    type: openai\n") ==
        "    api_key: x\nxxxxxxxxxx\nxxxxxxxxxx\n    type: openai\n");
  CHECK(in_provider("    api_key: sk-1\n      sk-2\n    type: openai\n") ==
        "    api_key: xxxx\nxxxxxxxxxx\n    type: openai\n");
  CHECK(in_provider("    api_key: [sk-1, {a: sk-2}]\n") == "    api_key: [xxxx, {a: xxxx}]\n");
  CHECK(in_provider("    api_kye: sk-1\n    apikey: 12345\n") == "    api_kye: xxxx\n    apikey: xxxxx\n");
}

TEST_CASE("secrets are masked in files with faults, which are what is shown") {
  CHECK(in_provider("    api_key: sk-1\n    api_key: sk-2\n") == "    api_key: xxxx\n    api_key:xxxxx\n");
  CHECK(in_provider("    # api_key: sk-1\n    type: openai\n") == "    # api_key:xxxxx\n    type: openai\n");
  CHECK(in_provider("    api_key: sk-1: [\n") == "    api_key:xxxxxxxx\n");
  CHECK(in_provider("    api_key:\n      sk-1\n  - : [\n") == "    api_key:\nxxxxxxxxxx\n  - : [\n");
  CHECK(in_provider("    'api_key': sk-1\n   : [\n") == "    'api_key':xxxxx\n   : [\n");
  CHECK(in_provider("    proxy: http://me:pw@h\n   : [\n") == "    proxy: http://xxxxx@h\n   : [\n");
}

TEST_CASE("what is masked for people is read as it is written") {
  Diagnostics faults;
  const auto project = read_project(
      source_of("format: 1\nproviders:\n  p:\n    type: openai\n    base_url: https://h\n    max_tokens_parameter: "
                "max_tokens\n    headers: {x-portkey-provider: openai, Authorization: \"Bearer ${X}\"}\n    proxy: "
                "http://me:${P}@h:1\n",
                "promptctl.yaml"),
      faults);
  CHECK(described(faults).empty());
  const ProviderSettings& provider = project->providers.at("p");
  CHECK(provider.api->ask(Request{}, provider).url == "https://h");
  CHECK(provider.headers.at("x-portkey-provider") == "openai");
  CHECK(provider.headers.at("Authorization") == "Bearer ${X}");
  CHECK(provider.proxy == "http://me:${P}@h:1");
}
