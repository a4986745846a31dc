#include "base/url.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string parts(std::string_view text) {
  const Url url = split_url(text);
  std::string all;
  for (const std::string_view part :
       {url.scheme, url.user_info, url.host, url.port, url.path, url.query, url.fragment}) {
    all.append(part).append("|");
  }
  return all;
}

}  // namespace

TEST_CASE("an address is split where its parts meet") {
  CHECK(parts("https://u:p@h.example:8443/v1/x?a=b&c#d") == "https|u:p|h.example|8443|/v1/x|a=b&c|d|");
  CHECK(parts("http://h") == "http||h|||||");
  CHECK(parts("http://h?a=/@x") == "http||h|||a=/@x||");
  CHECK(parts("http://h#?x/@y") == "http||h||||?x/@y|");
  CHECK(parts("http://a@b@h/") == "http|a@b|h||/|||");
  CHECK(parts("http://[::1]:80/v1") == "http||[::1]|80|/v1|||");
  CHECK(parts("h:80") == "||h|80||||");
  CHECK(parts("") == "|||||||");
}

TEST_CASE("this machine is known by its addresses, and nothing that only looks like them") {
  for (const char* here : {"http://127.0.0.1:8080/v1", "http://127.1", "http://LocalHost", "http://u@[::1]:1/"}) {
    INFO(here);
    CHECK(is_loopback(split_url(here)));
  }
  for (const char* elsewhere : {"http://10.0.0.1", "http://localhost.example", "http://127.0.0.1@h/", "http://127.evil",
                                "http://h/#@127.0.0.1", "http://h?@localhost", "http://[::2]"}) {
    INFO(elsewhere);
    CHECK_FALSE(is_loopback(split_url(elsewhere)));
  }
}
