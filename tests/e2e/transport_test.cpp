// A server with TLS and a CA of its own, that speaks HTTP/2, reached at once and through a proxy that asks for a
// password.

#include <fmt/format.h>

#include <fstream>
#include <thread>

#include "base/base64.hpp"
#include "mock/mock_answers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/service.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/tunnel_proxy.hpp"
#include "world/server/mock_server.hpp"
#include "world/system/program.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

constexpr const char* programs = "/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin:/bin";

void run(const fs::path& folder, const std::string& name, std::vector<std::string> arguments) {
  ProgramCall call;
  call.executable = find_program(name, programs);
  call.arguments = std::move(arguments);
  call.environment = sandbox_environment(folder);
  call.folder = folder.string();
  const ProgramOutput output = run_program(call);
  INFO(output.err);
  REQUIRE(output.exit_code == 0);
}

// A CA, and a server's certificate by it for 127.0.0.1 and provider.invalid: ca.pem, and server.pem with its key.
void make_certificates(const fs::path& folder) {
  run(folder, "openssl",
      {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
       "/CN=test CA", "-keyout", "ca.key", "-out", "ca.pem"});
  run(folder, "openssl",
      {"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout",
       "server.key", "-out", "server.csr"});
  write_text(folder / "names", "subjectAltName=IP:127.0.0.1,DNS:provider.invalid\n");
  run(folder, "openssl",
      {"x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
       "-extfile", "names", "-out", "server.crt"});
  std::ofstream both(folder / "server.pem");
  both << std::ifstream(folder / "server.crt").rdbuf() << std::ifstream(folder / "server.key").rdbuf();
}

constexpr const char* configuration = R"(server.document-root = "{0}"
server.bind = "127.0.0.1"
server.port = {1}
server.modules = ("mod_openssl", "mod_proxy", "mod_accesslog")
ssl.engine = "enable"
ssl.pemfile = "{0}/server.pem"
server.stream-response-body = 2
accesslog.filename = "{0}/access.log"
accesslog.format = "%r"
proxy.server = ("" => (("host" => "127.0.0.1", "port" => {2})))
)";

class Scene {
 public:
  Scene() : mock_(*MockAnswers::make(echo_script(), faults_), nullptr), mock_port_(mock_.start(0)) {
    make_certificates(folder_.path());
    server_.emplace(
        [this](int port) {
          write_text(folder_.path() / "lighttpd.conf",
                     fmt::format(fmt::runtime(configuration), folder_.path().string(), port, mock_port_));
          const std::string conf = (folder_.path() / "lighttpd.conf").string();
          return ServiceCommand{{find_program("lighttpd", programs), "-D", "-f", conf},
                                sandbox_environment(folder_.path())};
        },
        folder_.path() / "log");
    fs::create_directories(folder_.path() / "prompts");
    fs::create_directories(folder_.path() / "golden/s");
    write_text(folder_.path() / "prompts/p.prompt", "---\nmodel: chat/m\n---\nHello over there\n");
    write_text(folder_.path() / "golden/s/suite.yaml",
               "prompt: p\ncases: c.jsonl\nassert: [{type: equals, value: Hello over there}]\n");
    write_text(folder_.path() / "golden/s/c.jsonl", "{\"id\":\"a\"}\n");
  }

  int port() const { return server_->port(); }

  // What an evaluation by this entry prints, with the variables of the sandbox and more.
  std::string evaluated(const std::string& entry, const std::map<std::string, std::string>& more = {}) const {
    write_text(folder_.path() / "promptctl.yaml",
               fmt::format("format: 1\nproviders:\n  chat: {{type: openai, retries: 0, {}}}\n", entry));
    ProcessOptions options;
    options.folder = folder_.path();
    options.output = folder_.path() / "printed";
    for (const auto& variables : {sandbox_environment(folder_.path()), more}) {
      for (const auto& [name, value] : variables) {
        options.environment.push_back(fmt::format("{}={}", name, value));
      }
    }
    ChildProcess({"eval", "--no-cache"}, options).wait();
    return read_text(folder_.path() / "printed");
  }

  // The server writes its log now and then.
  bool has_logged(const std::string& text) const {
    constexpr int most_tries = 100;
    for (int tries = 0; tries < most_tries; ++tries) {
      if (read_text(folder_.path() / "access.log").find(text) != std::string::npos) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  }

 private:
  TemporaryFolder folder_;
  Diagnostics faults_;
  MockServer mock_;
  int mock_port_;
  std::optional<Service> server_;
};

bool is_possible() {
  return !find_program("lighttpd", programs).empty() && !find_program("openssl", programs).empty() &&
         fs::exists("/usr/lib/lighttpd/mod_openssl.so");
}

}  // namespace

TEST_CASE("TLS with a CA of one's own, HTTP/2, and a proxy with a password", "[e2e]") {
  if (!is_possible()) {
    WARN("skipped: there is no lighttpd with TLS here (./dev servers)");
    return;
  }
  const Scene scene;
  const std::string address = fmt::format("base_url: \"https://127.0.0.1:{}/v1\"", scene.port());
  CHECK(scene.evaluated(address + ", ca_file: ca.pem").find("ACCEPTED") == 0);
  const std::string unknown = scene.evaluated(address);
  CHECK(unknown.find("NO VERDICT") == 0);
  CHECK(unknown.find("certificate") != std::string::npos);

  const TunnelProxy proxy(scene.port(), "Basic " + base64("me:p@ss"));
  const std::string away = fmt::format(
      "base_url: \"https://provider.invalid:{}/v1\", ca_file: ca.pem, proxy: \"http://me:${{PASS}}@127.0.0.1:{}\"",
      scene.port(), proxy.port());
  CHECK(scene.evaluated(away, {{"PASS", "p%40ss"}}).find("ACCEPTED") == 0);
  REQUIRE_FALSE(proxy.requests().empty());
  CHECK(proxy.requests().front() == fmt::format("CONNECT provider.invalid:{} HTTP/1.1", scene.port()));
  const std::string refused = scene.evaluated(away, {{"PASS", "secret-of-another"}});
  CHECK(refused.find("the proxy answered HTTP 407") != std::string::npos);
  CHECK(refused.find("secret-of-another") == std::string::npos);
  CHECK(scene.has_logged("POST /v1/chat/completions HTTP/2.0"));
}
