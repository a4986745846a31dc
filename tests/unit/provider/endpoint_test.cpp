#include "provider/endpoint.hpp"

#include "provider/resolve.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("endpoint: who answers is told with what may stand between") {
  CHECK(endpoint_name("https://api.openai.com/v1?key=k", "") == "api.openai.com");
  CHECK(endpoint_name("HTTPS://me:secret@api.example.com:8443/v1", "") == "api.example.com:8443");
  CHECK(endpoint_name("http://127.0.0.1:8080/v1", "") == "http://127.0.0.1:8080");
  CHECK(endpoint_name("api.example.com/v1", "") == "http://api.example.com");  // curl asks by http.
  CHECK(endpoint_name("https://api.openai.com", "http://me:secret@proxy.example:3128/") ==
        "api.openai.com through proxy.example:3128");
}

TEST_CASE("endpoint: the environment's proxy is chosen as curl chooses it") {
  CHECK(proxy_for("https://h.example/v1", "", {}).empty());
  CHECK(proxy_for("https://h.example/v1", "", {{"https_proxy", "http://p"}}) == "${https_proxy}");
  CHECK(proxy_for("https://h.example/v1", "", {{"https_proxy", ""}, {"ALL_PROXY", "http://p"}}) == "${ALL_PROXY}");
  CHECK(proxy_for("https://h.example/v1", "", {{"http_proxy", "http://p"}}).empty());
  CHECK(proxy_for("http://h.example/v1", "", {{"http_proxy", "http://p"}}) == "${http_proxy}");
  CHECK(proxy_for("http://h.example/v1", "", {{"HTTP_PROXY", "http://p"}}).empty());
  CHECK(proxy_for("https://h.example/v1", "http://own:1", {{"https_proxy", "http://p"}}) == "http://own:1");
  CHECK(proxy_for("http://127.0.0.1:80/v1", "http://own:1", {{"http_proxy", "http://p"}}).empty());
}

TEST_CASE("endpoint: what NO_PROXY names is reached directly") {
  const auto is_direct = [](const std::string& host, const std::string& no_proxy) {
    return proxy_for("https://" + host + "/v1", "http://own:1", {{"NO_PROXY", no_proxy}}).empty();
  };
  CHECK(is_direct("h.example", "*"));
  CHECK(is_direct("a.H.example", "x, h.example"));
  CHECK(is_direct("a.h.example", ".h.example."));
  CHECK_FALSE(is_direct("ah.example", "h.example"));
  CHECK_FALSE(is_direct("h.example", ""));
  CHECK_FALSE(is_direct("h.example", ",,"));
  CHECK(is_direct("10.1.2.3", "10.0.0.0/9"));
  CHECK_FALSE(is_direct("10.129.2.3", "10.0.0.0/9"));
  CHECK_FALSE(is_direct("10.1.2.3", "2.3"));
  CHECK_FALSE(is_direct("10.1.2.3", "10.0.0.0/99"));
  CHECK(is_direct("[fd00::1]:443", "fd00::/8"));
  CHECK(is_direct("[fd00::1]", "fd00:0::1"));
  CHECK_FALSE(is_direct("[fd00::1]", "10.0.0.0/8"));
  CHECK(proxy_for("https://h.example", "http://own:1", {{"no_proxy", "x"}, {"NO_PROXY", "*"}}) == "http://own:1");
}

TEST_CASE("endpoint: the password of the environment's proxy is a secret") {
  HttpRequest request;
  request.url = "https://h.example";
  const ResolvedRequest sent = resolve(std::move(request), "", {{"https_proxy", "http://me:hunter2@p:1"}});
  CHECK(sent.proxy == "http://me:hunter2@p:1");
  CHECK(sent.secrets.keys == std::vector<std::string>{"me", "hunter2"});
}
