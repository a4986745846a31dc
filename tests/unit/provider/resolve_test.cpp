#include "provider/resolve.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using Texts = std::vector<std::string>;

const Variables variables{{"KEY", " sk-1\n"},
                          {"EVIL", "a\r\nX-Evil: 1"},
                          {"BLANK", " \n"},
                          {"HOST", "gw.example"},
                          {"BASE", "https://u:pw@gw.example:8443/tenant/v1?api-version=2024-10-21&key=k-9"},
                          {"PASS", "p%40ss"}};

ResolvedRequest resolved(const std::string& url, const std::string& header = "", const std::string& proxy = "") {
  HttpRequest request;
  request.url = url;
  request.path = "/chat/completions";
  request.headers = {{"Authorization", header}};
  return resolve(request, proxy, variables);
}

}  // namespace

TEST_CASE("the path of the API stands before a query, and once") {
  const auto joined = [](const char* address, const char* folder = "", const char* path = "/chat/completions") {
    HttpRequest request;
    request.folder = folder;
    request.path = path;
    return address_of(address, request);
  };
  CHECK(joined("https://h/v1") == "https://h/v1/chat/completions");
  CHECK(joined("https://h/v1//") == "https://h/v1/chat/completions");
  CHECK(joined("https://h") == "https://h/chat/completions");
  CHECK(joined("https://h?a=b") == "https://h/chat/completions?a=b");
  CHECK(joined("https://h/d?api-version=2024-10-21") == "https://h/d/chat/completions?api-version=2024-10-21");
  CHECK(joined("https://h/v1/chat/completions") == "https://h/v1/chat/completions");
  CHECK(joined("https://h/v1/chat/completions/?a=b#c") == "https://h/v1/chat/completions?a=b");
  CHECK(joined("http://h/v1#/chat/completions") == "http://h/v1/chat/completions");
  CHECK(joined("https://h/any/", "", "") == "https://h/any/");
}

TEST_CASE("what an address has of the API's folder is not added again") {
  HttpRequest request;
  request.folder = "/openai/v1";
  request.path = "/chat/completions";
  for (const char* address : {"https://h", "https://h/", "https://h/openai", "https://h/openai/", "https://h/openai/v1",
                              "https://h/openai/v1/chat/completions"}) {
    INFO(address);
    CHECK(address_of(address, request) == "https://h/openai/v1/chat/completions");
  }
  CHECK(address_of("https://h/v1", request) == "https://h/v1/openai/v1/chat/completions");
  CHECK(address_of("https://h/myopenai?a=b", request) == "https://h/myopenai/openai/v1/chat/completions?a=b");
}

TEST_CASE("values are put in without the white space around them") {
  const ResolvedRequest request = resolved("https://${HOST}/v1", "Bearer ${KEY}");
  CHECK(request.fault.empty());
  CHECK(request.http.url == "https://gw.example/v1/chat/completions");
  CHECK(request.http.headers.front().second == "Bearer sk-1");
  CHECK(resolved("https://h${NONE:-/v1}").http.url == "https://h/v1/chat/completions");
}

TEST_CASE("nothing is sent with a value that is not there or would break a line") {
  CHECK(resolved("https://h", "Bearer ${EVIL}").fault ==
        "the environment variable EVIL holds a line break or another control character");
  CHECK(resolved("https://h/${EVIL}").fault ==
        "the environment variable EVIL holds a line break or another control character");
  CHECK(resolved("https://h", "", "http://${EVIL}@p").fault ==
        "the environment variable EVIL holds a line break or another control character");
  CHECK(resolved("https://h", "${NONE}").fault == "the environment variable NONE is not set");
  CHECK(resolved("https://h", "${BLANK}").fault == "the environment variable BLANK is not set");
}

TEST_CASE("what variables put in is secret, but for scheme, host and port") {
  const ResolvedRequest request = resolved("${BASE}", "Bearer ${KEY}", "http://me:${PASS}@${HOST}:3128");
  CHECK(request.secrets.keys == Texts{"u", "pw", "k-9", "p%40ss", "sk-1"});
  CHECK(request.secrets.places == Texts{"/tenant/v1", "api-version=2024-10-21"});
  CHECK(request.proxy == "http://me:p%40ss@gw.example:3128");
  const ResolvedRequest public_parts = resolved("https://${HOST}/v1?api-version=1", "Bearer public");
  CHECK(public_parts.secrets.keys.empty());
  CHECK(public_parts.secrets.places.empty());
}
