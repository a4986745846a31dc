#include "world/http/server_date.hpp"

#include "base/utc.hpp"
#include "tests/support/canned_server.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string date_of(const std::string& status, const std::string& headers) {
  const CannedServer server({http_reply(status, "refs", headers)});
  const auto date = server_date(server.address("/r.git"), "");
  return date ? utc_text(*date) : "none";
}

const std::string noon = "Date: Mon, 05 Jan 2026 12:00:00 GMT\r\n";

}  // namespace

TEST_CASE("a git server says what time it is, whatever else it answers") {
  for (const char* status : {"200 OK", "401 Unauthorized", "403 Forbidden", "404 Not Found", "500 Oops"}) {
    INFO(status);
    CHECK(date_of(status, noon) == "2026-01-05T12:00:00Z");
  }
  CHECK(date_of("302 Found", noon + "Location: http://127.0.0.1:1/elsewhere\r\n") == "2026-01-05T12:00:00Z");
  CHECK(date_of("200 OK", noon + "Age: 600\r\n") == "2026-01-05T12:10:00Z");
  CHECK(date_of("200 OK", "") == "none");
  CHECK(date_of("200 OK", "Date: yesterday\r\n") == "none");
}

TEST_CASE("the time of a git server is asked without credentials, where its branches are listed") {
  const CannedServer server({http_reply("200 OK", "", noon)});
  const std::string address = server.address("/r.git");
  CHECK(server_date("http://ada:secret@" + address.substr(7) + "?token=secret", ""));
  REQUIRE(server.requests().size() == 1);
  const std::string request = server.requests().front();
  CHECK(request.starts_with("GET /r.git/info/refs?service=git-receive-pack HTTP/"));
  CHECK(request.find("secret") == std::string::npos);
  CHECK(request.find("Authorization") == std::string::npos);
}

TEST_CASE("a server that is no http server, or not there, says no time") {
  for (const char* address : {"", "origin", "/srv/r.git", "file:///srv/r.git", "ssh://git@127.0.0.1:1/r.git",
                              "git@127.0.0.1:r.git", "ext::cat", "http://127.0.0.1:1/r.git"}) {
    INFO(address);
    CHECK_FALSE(server_date(address, ""));
  }
}

TEST_CASE("the time of a git server is asked through the proxy") {
  const CannedServer proxy({http_reply("200 OK", "", noon)});
  CHECK(server_date("http://git.example/r.git", proxy.address("")));
  REQUIRE(proxy.requests().size() == 1);
  CHECK(proxy.requests().front().starts_with("GET http://git.example/r.git/info/refs?service=git-receive-pack HTTP/"));
}
