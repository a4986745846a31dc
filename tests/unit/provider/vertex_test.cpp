// Google's Vertex AI, and the tokens that it wants.

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

#include "base/base64.hpp"
#include "base/rsa_signature.hpp"
#include "provider/google_token.hpp"
#include "provider/resolve.hpp"
#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr std::chrono::system_clock::time_point now{std::chrono::seconds(1'767'323'045)};

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

const Key& test_key() {
  static const Key key(EVP_RSA_gen(2048), EVP_PKEY_free);
  return key;
}

std::string pem_of(const Key& key) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string decoded(std::string text) {
  for (char& letter : text) {
    letter = letter == '-' ? '+' : letter == '_' ? '/' : letter;
  }
  text.append((4 - text.size() % 4) % 4, '=');
  return base64_bytes(text).value_or("no base64");
}

bool verifies(const Key& key, std::string_view text, std::string_view signature) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
  return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                          reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

std::string account(const std::string& key) {
  return compact_json(map_value()
                          .set("type", text_value("service_account"))
                          .set("client_email", text_value("me@project.iam"))
                          .set("private_key_id", text_value("k1"))
                          .set("private_key", text_value(key))
                          .set("token_uri", text_value("https://tokens.example/t")));
}

}  // namespace

TEST_CASE("vertex: a service account asks by a token that its key has signed") {
  const TokenRequest request = google_token_request(account(pem_of(test_key())), {}, now);
  REQUIRE(request.fault.empty());
  CHECK(request.http.url == "https://tokens.example/t");
  const std::string before = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
  REQUIRE(request.http.body.starts_with(before));
  const std::string token = request.http.body.substr(before.size());
  CHECK(request.secrets.keys == std::vector<std::string>{token});
  const std::size_t first = token.find('.'), second = token.rfind('.');
  CHECK(decoded(token.substr(0, first)) == R"({"alg":"RS256","typ":"JWT","kid":"k1"})");
  CHECK(decoded(token.substr(first + 1, second - first - 1)) ==
        R"({"iss":"me@project.iam","scope":"https://www.googleapis.com/auth/cloud-platform",)"
        R"("aud":"https://tokens.example/t","iat":1767323045,"exp":1767326645})");
  CHECK(verifies(test_key(), token.substr(0, second), decoded(token.substr(second + 1))));
  CHECK_FALSE(verifies(test_key(), token.substr(0, second - 1), decoded(token.substr(second + 1))));
}

TEST_CASE("vertex: a user's credentials, a machine's, and what is neither") {
  const TokenRequest user = google_token_request(
      R"({"type":"authorized_user","client_id":"c","client_secret":"s/1","refresh_token":"r"})", {}, now);
  CHECK(user.http.url == "https://oauth2.googleapis.com/token");
  CHECK(user.http.body == "grant_type=refresh_token&client_id=c&client_secret=s%2F1&refresh_token=r");
  CHECK(user.secrets.keys == std::vector<std::string>{"s/1", "r"});
  const TokenRequest machine = google_token_request("", {{"GCE_METADATA_HOST", "127.0.0.1:9"}}, now);
  CHECK(machine.http.method == "GET");
  CHECK(machine.http.url == "http://127.0.0.1:9/computeMetadata/v1/instance/service-accounts/default/token");
  CHECK(google_token_request(R"({"type":"external_account"})", {}, now).fault.find("`external_account`") !=
        std::string::npos);
  CHECK_FALSE(google_token_request("not json", {}, now).fault.empty());
  CHECK(google_token_request(account("no key"), {}, now).fault ==
        "the service account's file holds no RSA key that can be read");
}

TEST_CASE("vertex: Gemini's bodies, and Anthropic's for its models") {
  const ProviderSettings settings = provider_of("vertex", R"({"project":"p-1","location":"europe-west1"})");
  CHECK(settings.api->address() ==
        "https://europe-west1-aiplatform.googleapis.com/v1/projects/p-1/locations/europe-west1");
  CHECK(provider_of("vertex", R"({"project":"p-1","location":"global"})").api->address() ==
        "https://aiplatform.googleapis.com/v1/projects/p-1/locations/global");
  Request request;
  request.target = {"p", "gemini-x"};
  request.messages = {text_message(Role::user, "Hi")};
  CHECK(sent(settings, request) ==
        R"(/publishers/google/models/gemini-x:streamGenerateContent?alt=sse Authorization=Bearer ${KEY} )"
        R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})");
  request.target.model = "claude-opus-4-8";
  CHECK(sent(settings, request) ==
        R"(/publishers/anthropic/models/claude-opus-4-8:streamRawPredict Authorization=Bearer ${KEY} )"
        R"({"anthropic_version":"vertex-2023-10-16","messages":[{"role":"user","content":[{"type":"text",)"
        R"("text":"Hi"}]}],"max_tokens":4096,"stream":true})");
  CHECK(settings.api->takes("seed", "gemini-x"));
  CHECK_FALSE(settings.api->takes("seed", "claude-x"));
  CHECK_FALSE(settings.api->takes("temperature", "claude-opus-4-8"));
  CHECK_FALSE(settings.api->token_request(settings, {}, now).has_value());  // It has a key.
}
