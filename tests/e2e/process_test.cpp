// The built binary as a process: killed, interrupted, without sockets, into closed pipes and full disks.

#include <atomic>
#include <csignal>
#include <memory>
#include <ostream>
#include <streambuf>
#include <thread>

#include "base/text.hpp"
#include "document/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/server/mock_server.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

// A registry of `cases` cases, each of which the model must repeat.
void write_registry(const fs::path& folder, int cases) {
  write_text(folder / "promptctl.yaml",
             "format: 1\nproviders: {local: {type: openai, base_url: \"${MOCK_URL}\", concurrency: 16}}\n");
  write_text(folder / "prompts/p.prompt", "---\nmodel: local/m\ninput: {schema: {q: string}}\n---\n{{q}}\n");
  write_text(folder / "golden/s/suite.yaml",
             "prompt: p\ncases: cases.jsonl\nassert: [{type: equals, value: \"{{q}}\"}]\n");
  std::string lines;
  for (int number = 0; number < cases; ++number) {
    lines += "{\"id\": \"c" + std::to_string(number) + "\", \"vars\": {\"q\": \"q" + std::to_string(number) + "\"}}\n";
  }
  write_text(folder / "golden/s/cases.jsonl", lines);
}

// Counts lines, for whoever asks from another thread.
class LineCount : public std::streambuf {
 public:
  std::size_t lines() const { return lines_; }

 protected:
  int_type overflow(int_type byte) override {
    lines_ += byte == '\n' ? 1 : 0;
    return byte;
  }

 private:
  std::atomic<std::size_t> lines_{0};
};

// The scripted server, in this process, with a journal that counts what it was asked.
class Echo {
 public:
  explicit Echo(std::chrono::milliseconds latency) {
    MockScript script = echo_script();
    script.latency = {DelayDistribution::Kind::uniform, latency, latency};
    Diagnostics ignored;
    server_ = std::make_unique<MockServer>(std::move(*MockAnswers::make(std::move(script), ignored)), &journal_);
    port_ = server_->start(0);
  }

  std::string variable() const { return "MOCK_URL=http://127.0.0.1:" + std::to_string(port_) + "/v1"; }

  std::size_t requests() const { return count_.lines(); }

  // Until so many requests have come, and then as long as it takes to keep their results.
  void wait_for(std::size_t requests) const {
    while (count_.lines() < requests) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
  }

 private:
  LineCount count_;
  std::ostream journal_{&count_};
  std::unique_ptr<MockServer> server_;
  int port_ = 0;
};

ProcessOptions options_for(const TemporaryFolder& folder, const Echo& echo) {
  ProcessOptions options;
  options.folder = folder.path();
  options.environment = {echo.variable()};
  options.output = folder.path() / "output.txt";
  return options;
}

Value latest_summary(const TemporaryFolder& folder) {
  ProcessOptions options;
  options.folder = folder.path();
  options.output = folder.path() / "export.json";
  ChildProcess process({"runs", "export", "latest"}, options);
  REQUIRE(process.wait() == 0);
  return *parse_json(read_text(options.output))->find("summary");
}

double figure(const Value& summary, const char* name) {
  return summary.find(name)->number();
}

constexpr int case_count = 1500;

}  // namespace

TEST_CASE("after kill -9 nothing recorded is lost, and a resumed run asks only for the rest", "[e2e]") {
  const TemporaryFolder folder;
  write_registry(folder.path(), case_count);
  Echo echo(std::chrono::milliseconds(20));
  {
    ChildProcess process({"eval", "--no-cache"}, options_for(folder, echo));
    echo.wait_for(200);
    process.signal(SIGKILL);
    REQUIRE(process.wait() == -SIGKILL);
  }
  const Value before = latest_summary(folder);
  const double kept = figure(before, "cases");
  const auto asked_before = static_cast<double>(echo.requests());
  constexpr int in_flight = 16;
  REQUIRE(kept >=
          200 - in_flight);  // What was answered by the time of the 200th request was durable when it was killed.
  REQUIRE(kept < case_count);
  CHECK(figure(before, "passed") == kept);
  ChildProcess resumed({"eval", "--no-cache", "--resume"}, options_for(folder, echo));
  CHECK(resumed.wait() == 0);
  const Value after = latest_summary(folder);
  CHECK(figure(after, "passed") == case_count);
  CHECK(figure(after, "missing") == 0);
  CHECK(static_cast<double>(echo.requests()) - asked_before == case_count - kept);  // Nothing kept is asked again.
}

TEST_CASE("Ctrl-C keeps what is done, says how to go on, and exits 130", "[e2e]") {
  const TemporaryFolder folder;
  write_registry(folder.path(), case_count);
  Echo echo(std::chrono::milliseconds(20));
  ChildProcess process({"eval", "--no-cache"}, options_for(folder, echo));
  echo.wait_for(200);
  process.signal(SIGINT);
  CHECK(process.wait() == 130);
  const std::string said = read_text(folder.path() / "output.txt");
  CHECK(said.find("interrupted: ") != std::string::npos);
  CHECK(said.find("go on with: promptctl eval --resume ") != std::string::npos);
  const double kept = figure(latest_summary(folder), "cases");
  ChildProcess resumed({"eval", "--no-cache", "--resume"}, options_for(folder, echo));
  CHECK(resumed.wait() == 0);
  CHECK(kept > 0);
  CHECK(echo.requests() == case_count);  // What was in flight was finished, so nothing is asked twice.
}

TEST_CASE("offline no socket is opened", "[e2e]") {
  const TemporaryFolder folder;
  ProcessOptions options;
  options.folder = folder.path();
  options.may_open_sockets = false;
  CHECK(ChildProcess({"init"}, options).wait() == 0);
  CHECK(ChildProcess({"lint"}, options).wait() == 0);
  CHECK(ChildProcess({"eval", "--offline"}, options).wait() == 0);
  options.environment = {"OPENAI_API_KEY=none", "OPENAI_BASE_URL=http://127.0.0.1:9/v1"};
  CHECK(ChildProcess({"eval", "--no-cache"}, options).wait() == -SIGSYS);
}

TEST_CASE("two runs at once share the store", "[e2e]") {
  const TemporaryFolder folder;
  write_registry(folder.path(), 300);
  Echo echo(std::chrono::milliseconds(2));
  ChildProcess one({"eval"}, options_for(folder, echo));
  ChildProcess other({"eval", "--no-cache"}, options_for(folder, echo));
  CHECK(one.wait() == 0);
  CHECK(other.wait() == 0);
  ProcessOptions options;
  options.folder = folder.path();
  options.output = folder.path() / "list.txt";
  REQUIRE(ChildProcess({"runs", "list"}, options).wait() == 0);
  const std::string list = read_text(options.output);
  CHECK(split(list, '\n').size() == 4);  // header, two runs, and the end
}

TEST_CASE("a run that another process still writes is not resumed", "[e2e]") {
  const TemporaryFolder folder;
  constexpr int cases = 300;
  write_registry(folder.path(), cases);
  Echo echo(std::chrono::milliseconds(60));
  ChildProcess writer({"eval", "--no-cache"}, options_for(folder, echo));
  echo.wait_for(20);
  writer.signal(SIGSTOP);  // It must not end before the other has looked.
  ProcessOptions second = options_for(folder, echo);
  second.output = folder.path() / "second.txt";
  CHECK(ChildProcess({"eval", "--no-cache", "--resume"}, second).wait() == 2);
  writer.signal(SIGCONT);
  CHECK(read_text(second.output).find("error[run-in-progress]") != std::string::npos);
  CHECK(writer.wait() == 0);
  CHECK(echo.requests() == cases);
}

TEST_CASE("a full disk is said, and is no success", "[e2e]") {
  const TemporaryFolder folder;
  ProcessOptions options;
  options.folder = folder.path();
  REQUIRE(ChildProcess({"init"}, options).wait() == 0);
  options.output = "/dev/full";
  CHECK(ChildProcess({"eval", "--offline"}, options).wait() == 2);
}
