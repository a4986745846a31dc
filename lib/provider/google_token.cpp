#include "provider/google_token.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "base/rsa_signature.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "base/utf8.hpp"
#include "document/json.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

constexpr std::string_view usual_address = "https://oauth2.googleapis.com/token";

HttpRequest form_request(std::string_view address, const std::vector<std::pair<std::string_view, std::string>>& form) {
  HttpRequest http;
  http.url = address.empty() ? usual_address : address;
  http.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  for (const auto& [name, value] : form) {
    http.body += fmt::format("{}{}={}", http.body.empty() ? "" : "&", name, percent_encoded(value));
  }
  return http;
}

// A JSON Web Token by which a service account asks for itself (RFC 7523), good for an hour; empty where its key is
// none.
std::string assertion(const Value& account, std::chrono::system_clock::time_point now) {
  constexpr long long hour = 3600;
  const long long seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  const std::string_view audience = text_field(account, "token_uri");
  Value header = map_value();
  header.set("alg", text_value("RS256"))
      .set("typ", text_value("JWT"))
      .set("kid", text_value(text_field(account, "private_key_id")));
  Value claims = map_value();
  claims.set("iss", text_value(text_field(account, "client_email")))
      .set("scope", text_value("https://www.googleapis.com/auth/cloud-platform"))
      .set("aud", text_value(audience.empty() ? usual_address : audience))
      .set("iat", integer_value(seconds))
      .set("exp", integer_value(seconds + hour));
  const std::string said = base64url(compact_json(header)) + "." + base64url(compact_json(claims));
  const auto signature = rsa_sha256_signature(std::string(text_field(account, "private_key")), said);
  return signature ? said + "." + base64url(*signature) : std::string();
}

// Of a machine in Google's cloud: whoever runs there may ask.
HttpRequest metadata_request(const Variables& variables) {
  const auto host = variables.find("GCE_METADATA_HOST");
  HttpRequest http;
  http.method = "GET";
  http.url = fmt::format("http://{}/computeMetadata/v1/instance/service-accounts/default/token",
                         host == variables.end() ? "metadata.google.internal" : trim(host->second));
  http.headers = {{"Metadata-Flavor", "Google"}};
  return http;
}

void ask_as_account(TokenRequest& token, const Value& account, std::chrono::system_clock::time_point now) {
  const std::string signed_claims = assertion(account, now);
  token.secrets.keys = {signed_claims};
  token.http =
      form_request(text_field(account, "token_uri"),
                   {{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", signed_claims}});
  token.fault = signed_claims.empty() ? "the service account's file holds no RSA key that can be read" : "";
}

void ask_as_user(TokenRequest& token, const Value& account) {
  const auto field = [&account](std::string_view name) { return std::string(text_field(account, name)); };
  token.secrets.keys = {field("client_secret"), field("refresh_token")};
  token.http = form_request(text_field(account, "token_uri"), {{"grant_type", "refresh_token"},
                                                               {"client_id", field("client_id")},
                                                               {"client_secret", field("client_secret")},
                                                               {"refresh_token", field("refresh_token")}});
}

}  // namespace

TokenRequest google_token_request(const std::string& credentials, const Variables& variables,
                                  std::chrono::system_clock::time_point now) {
  TokenRequest token;
  if (credentials.empty()) {
    token.http = metadata_request(variables);
    token.is_nearby = true;
    return token;
  }
  const Value account = parse_json(credentials).value_or(Value());
  const std::string_view type = text_field(account, "type");
  if (type == "service_account") {
    ask_as_account(token, account, now);
  } else if (type == "authorized_user") {
    ask_as_user(token, account);
  } else {
    constexpr std::size_t longest = 40;
    token.fault = fmt::format(
        "the file of Google's credentials holds neither a service account's nor a user's: its `type` is `{}`",
        shorten(type, longest));
  }
  return token;
}

}  // namespace promptctl
