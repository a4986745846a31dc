#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "base/diagnostic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/sqlite/sqlite.hpp"
#include "world/sqlite/sqlite_response_cache.hpp"
#include "world/sqlite/sqlite_run_store.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

RunHeader header_of(const std::string& id, long long seconds) {
  RunHeader header;
  header.id = id;
  header.tool = "0.1.0";
  header.prompt_id = "p";
  header.suite_id = "s";
  header.targets = {"a/b", "c/d"};
  header.repeat = 2;
  header.planned = 8;
  header.tolerated_errors = 0.015;
  header.selection = "{}";
  header.commit = "abc";
  header.uncommitted = {"prompts/a.prompt"};
  header.started = std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
  return header;
}

CaseResult result_of(long long position, int repeat) {
  CaseResult result;
  result.position = position;
  result.case_id = "c" + std::to_string(position);
  result.target = "a/b";
  result.repeat = repeat;
  result.tags = {"x", "ü"};
  result.request_digest = "d";
  result.response = Response{};
  result.response->text = "line\n\"quoted\" ü";
  result.response->usage = {10, 2, std::nullopt, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  result.response->latency = std::chrono::microseconds(1234);
  result.response->queued = std::chrono::microseconds(99);
  result.score.passed = true;
  result.score.value = 0.75;
  result.score.assertions = {{"equals", "m", AssertionResult::Outcome::failed, false, 0.5, 2, "why"}};
  result.cost = Usd::picodollars(123'456);
  result.lost = {Usd::picodollars(789), 2};
  return result;
}

// Does `work` as someone who owns nothing here: permissions do not hold for root.
template <typename Work>
void as_stranger(Work&& work) {
  constexpr uid_t nobody = 65534;
  const bool is_root = ::geteuid() == 0;
  REQUIRE((!is_root || ::seteuid(nobody) == 0));
  work();
  REQUIRE((!is_root || ::seteuid(0) == 0));
}

}  // namespace

TEST_CASE("a run comes back as it was recorded, in the order of its cases") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "state/runs.db").string();
  {
    SqliteRunStore store(path);
    store.begin(header_of("r1", 100));
    store.record("r1", result_of(2, 1));
    store.record("r1", result_of(1, 2));
    store.record("r1", result_of(1, 1));
    store.flush();
  }
  SqliteRunStore store(path);
  const auto header = store.find("r1");
  REQUIRE(header);
  CHECK(header->targets == std::vector<std::string>{"a/b", "c/d"});
  CHECK(header->tolerated_errors == 0.015);
  CHECK(header->commit == "abc");
  std::string order;
  store.each_result("r1", [&order](const CaseResult& result) {
    order += std::to_string(result.position) + "#" + std::to_string(result.repeat) + " ";
    CHECK(result.response->text == "line\n\"quoted\" ü");
    CHECK(result.response->usage == Usage{10, 2, std::nullopt, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    CHECK(result.response->queued.count() == 99);
    CHECK(result.response->latency == std::chrono::microseconds(1234));
    CHECK_FALSE(result.response->first_token);
    CHECK(result.score.assertions.front().weight == 2);
    CHECK(result.score.assertions.front().reason == "why");
    CHECK(result.cost == Usd::picodollars(123'456));
    CHECK(result.lost == LostCost{Usd::picodollars(789), 2});
    CHECK(result.tags == std::vector<std::string>{"x", "ü"});
  });
  CHECK(order == "1#1 1#2 2#1 ");
}

TEST_CASE("errors are kept, do not count as answered, and are replaced by an answer") {
  const TemporaryFolder folder;
  SqliteRunStore store((folder.path() / "runs.db").string());
  store.begin(header_of("r1", 100));
  CaseResult failed = result_of(1, 1);
  failed.response.reset();
  failed.error = ProviderError{ProviderError::Kind::rate_limited, "slow down", 429, std::nullopt, 5};
  failed.error->latency = std::chrono::microseconds(777);
  store.record("r1", failed);
  store.each_result("r1", [](const CaseResult& result) {
    CHECK(result.error->message == "slow down");
    CHECK(result.error->attempts == 5);
    CHECK(result.error->latency.count() == 777);
  });
  store.record("r1", result_of(2, 1));
  CHECK(store.answered("r1").count({"c2", "a/b", 1}) == 1);
  CHECK(store.answered("r1").size() == 1);
  store.record("r1", result_of(1, 1));
  CHECK(store.answered("r1").size() == 2);
}

TEST_CASE("runs are found by unique starts of their ids, and listed newest first") {
  const TemporaryFolder folder;
  SqliteRunStore store((folder.path() / "runs.db").string());
  store.begin(header_of("20260101-a", 100));
  store.begin(header_of("20260102-b", 200));
  CHECK(store.find("latest")->id == "20260102-b");
  CHECK(store.find("20260101")->id == "20260101-a");
  CHECK_FALSE(store.find("nothing"));
  CHECK_THROWS_WITH(store.find("2026"), "`2026` fits the runs 20260102-b and 20260101-a");
  CHECK(store.remove("20260102-b"));
  CHECK_FALSE(store.remove("20260102-b"));
  CHECK(store.list().size() == 1);
}

TEST_CASE("a run begun again keeps its results until they are recorded again") {
  const TemporaryFolder folder;
  SqliteRunStore store((folder.path() / "runs.db").string());
  store.begin(header_of("r1", 100));
  store.record("r1", result_of(1, 1));
  store.begin(header_of("r1", 200));
  CHECK(store.answered("r1").size() == 1);
  CHECK(store.list().size() == 1);
  CHECK(store.find("r1")->started == std::chrono::system_clock::time_point(std::chrono::seconds(200)));
}

TEST_CASE("a run has one writer at a time, who gives it up by opening another or by ending") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "runs.db").string();
  SqliteRunStore other(path);
  {
    SqliteRunStore owner(path);
    owner.begin(header_of("r1", 100));
    owner.begin(header_of("r1", 200));
    const std::string refusal = fmt::format("another process ({}) writes to run r1", ::getpid());
    CHECK_THROWS_WITH(other.begin(header_of("r1", 300)), refusal);
    CHECK_THROWS_WITH(other.reopen("r1"), refusal);
    CHECK_THROWS_WITH(other.remove("r1"), refusal);
    CHECK(other.list().size() == 1);
    CHECK(other.find("r1")->started == std::chrono::system_clock::time_point(std::chrono::seconds(200)));
    owner.begin(header_of("r2", 300));
    other.reopen("r1");
  }
  CHECK(other.remove("r1"));
  CHECK(other.remove("r2"));
  CHECK(std::filesystem::is_empty(folder.path() / "running"));
}

TEST_CASE("a file of another format, or that is no database, is refused with its path") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "runs.db").string();
  {
    SqliteDatabase newer(path, 99, "CREATE TABLE t (x)");
  }
  SqliteRunStore store(path);
  CHECK_THROWS_WITH(store.list(), "the file has format 99, this promptctl reads 6");
  write_text(folder.path() / "text.db", std::string(5000, 'x'));
  SqliteRunStore text((folder.path() / "text.db").string());
  CHECK_THROWS_WITH(text.list(), "cannot read the database: file is not a database");
}

TEST_CASE("runs are read where nothing can be written") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::filesystem::path state = folder.path() / "state #1";
  {
    SqliteRunStore store((state / "runs.db").string());
    store.begin(header_of("r1", 100));
    store.record("r1", result_of(1, 1));
    store.flush();
  }
  std::filesystem::permissions(state / "runs.db", std::filesystem::perms(0444));
  std::filesystem::permissions(state, std::filesystem::perms(0555));
  as_stranger([&] {
    SqliteRunStore store((state / "runs.db").string());
    CHECK(store.list().size() == 1);
    CHECK(store.answered("r1").size() == 1);
    CHECK_THROWS_WITH(store.begin(header_of("r2", 200)), "cannot lock the run: Permission denied");
  });
  std::filesystem::permissions(state, std::filesystem::perms(0755));
}

TEST_CASE("a damaged cache is put aside, and said so") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "cache.db";
  std::string said;
  const auto say = [&said](const std::string& note) { said += note + "\n"; };
  {
    SqliteResponseCache cache(path.string(), say);
    for (int at = 0; at < 200; ++at) {
      Response response;
      response.text = std::string(500, 'y');
      response.finish_reason = "stop";
      cache.put("d" + std::to_string(at), response);
    }
    cache.flush();
  }
  std::string bytes = read_text(path);
  write_text(path, bytes.replace(4096, bytes.size() - 4096, bytes.size() - 4096, 'z'));
  SqliteResponseCache cache(path.string(), say);
  CHECK(said.empty());
  CHECK_FALSE(cache.find("d7"));
  CHECK(said == "the cache was damaged: the file is cache.db.damaged now, and a new one is begun\n");
  Response whole;
  whole.finish_reason = "stop";
  cache.put("d7", whole);
  cache.flush();
  CHECK(cache.find("d7"));
  write_text(folder.path() / "text.db", std::string(5000, 'x'));
  SqliteResponseCache text((folder.path() / "text.db").string());
  CHECK(text.size().replies == 0);
  CHECK(read_text(folder.path() / "text.db.damaged") == std::string(5000, 'x'));
}

TEST_CASE("the cache gives back what was put in, before and after it is flushed") {
  const TemporaryFolder folder;
  SqliteResponseCache cache((folder.path() / "cache.db").string());
  Response response;
  response.text = "hi";
  response.finish_reason = "stop";
  response.usage = {3, 1, 0};
  response.latency = std::chrono::microseconds(1500);
  CHECK_FALSE(cache.find("d"));
  cache.put("d", response);
  CHECK(cache.find("d")->text == "hi");
  cache.flush();
  const auto found = cache.find("d");
  REQUIRE(found);
  CHECK(found->cached);
  CHECK(found->latency == std::chrono::microseconds(1500));
  CHECK(found->usage == Usage{3, 1, 0});
  CHECK(cache.clear() == 1);
  CHECK_FALSE(cache.find("d"));
  response.finish_reason = "error";  // As an earlier promptctl kept it.
  cache.put("d", response);
  cache.flush();
  CHECK_FALSE(cache.find("d"));
}
