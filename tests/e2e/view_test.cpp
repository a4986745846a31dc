// `promptctl view` as a process: what it serves, to whom, and that nothing else is reached through it.

#include <httplib.h>

#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/service.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl::testing;  // NOLINT: tests read better so.

namespace {

// A registry with a run, and a view of it.
class View {
 public:
  View() {
    run({"init"});
    run({"eval", "--offline", "-q"});
    service_ = std::make_unique<Service>(
        [this](int port) {
          return ServiceCommand{
              {PROMPTCTL_BINARY, "-C", folder_.path().string(), "view", "--port", std::to_string(port)},
              {{"PATH", "/usr/bin:/bin"}, {"HOME", folder_.path().string()}}};
        },
        folder_.path() / "log");
  }

  httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) const {
    httplib::Client client("127.0.0.1", service_->port());
    return client.Get(path.c_str(), headers);
  }

  int status(const std::string& path, const httplib::Headers& headers = {}) const {
    const auto result = get(path, headers);
    return result ? result->status : -1;
  }

  int port() const { return service_->port(); }

 private:
  void run(const std::vector<std::string>& arguments) const {
    ProcessOptions options;
    options.folder = folder_.path();
    ChildProcess(arguments, options).wait();
  }

  TemporaryFolder folder_;
  std::unique_ptr<Service> service_;
};

}  // namespace

TEST_CASE("view lists runs and shows their reports", "[e2e]") {
  const View view;
  const auto list = view.get("/");
  REQUIRE(list);
  CHECK(list->status == 200);
  CHECK(list->body.find("reviews/sentiment") != std::string::npos);
  const auto report = view.get("/runs/latest");
  REQUIRE(report);
  CHECK(report->body.find("promptctl-report 1") != std::string::npos);
  CHECK(view.status("/prompts/reviews/sentiment") == 200);
  CHECK(view.status("/compare?before=latest&after=latest") == 200);
  CHECK(view.status("/compare") == 400);
}

TEST_CASE("view answers only to its own name, and to no other site", "[e2e]") {
  const View view;
  const std::string own = "127.0.0.1:" + std::to_string(view.port());
  CHECK(view.status("/", {{"Host", own}}) == 200);
  CHECK(view.status("/", {{"Host", "localhost:" + std::to_string(view.port())}}) == 200);
  CHECK(view.status("/", {{"Host", "attacker.example:" + std::to_string(view.port())}}) == 421);
  CHECK(view.status("/", {{"Host", own}, {"Origin", "http://attacker.example"}}) == 403);
  CHECK(view.status("/", {{"Host", own}, {"Origin", "null"}}) == 403);
  CHECK(view.status("/", {{"Host", own}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "no-cors"}}) == 403);
  CHECK(view.status("/", {{"Host", own}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "navigate"}}) == 200);
  const auto page = view.get("/");
  REQUIRE(page);
  CHECK(page->get_header_value("X-Frame-Options") == "DENY");
  CHECK_FALSE(page->has_header("Access-Control-Allow-Origin"));
}

TEST_CASE("view listens on 127.0.0.1 alone", "[e2e]") {
  const View view;
  httplib::Client other("127.0.0.2", view.port());
  CHECK_FALSE(other.Get("/", {{"Host", "localhost"}}));
  CHECK(view.status("/") == 200);
}

TEST_CASE("view changes nothing and reaches no file", "[e2e]") {
  const View view;
  httplib::Client client("127.0.0.1", view.port());
  CHECK(client.Post("/", "a=b", "application/x-www-form-urlencoded")->status == 405);
  CHECK(client.Delete("/runs/latest")->status == 405);
  for (const char* path : {"/promptctl.yaml", "/../../../../etc/passwd", "/runs/../promptctl.yaml",
                           "/runs/..%2f..%2fetc%2fpasswd", "/prompts/../../etc/passwd", "/prompts/%2fetc%2fpasswd",
                           "/prompts/reviews%2f..%2f..%2fx", "/runs/%00", "/runs/%3Cscript%3E"}) {
    const auto result = view.get(path);
    INFO(path);
    REQUIRE(result);
    CHECK((result->status == 404 || result->status == 400));
    CHECK(result->body.find("root:") == std::string::npos);
    CHECK(result->body.find("<script>") == std::string::npos);
  }
}
