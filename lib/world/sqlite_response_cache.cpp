#include "world/sqlite_response_cache.hpp"

#include <map>
#include <utility>

#include "codec/json.hpp"
#include "codec/response_record.hpp"
#include "world/sqlite.hpp"

namespace promptctl {
namespace {

constexpr int format_version = 1;
const std::string schema = "CREATE TABLE replies (request TEXT PRIMARY KEY, reply TEXT NOT NULL) WITHOUT ROWID;";

}  // namespace

struct SqliteResponseCache::State {
  explicit State(const std::string& path)
      : database(path, format_version, schema),
        select(database.prepare("SELECT reply FROM replies WHERE request = ?")),
        insert(database.prepare("INSERT OR REPLACE INTO replies (request, reply) VALUES (?, ?)")) {}

  SqliteDatabase database;
  SqliteStatement select;
  SqliteStatement insert;
  std::map<std::string, std::string> pending;
  WriteTimer timer;
};

SqliteResponseCache::SqliteResponseCache(std::string path) : state_(std::make_unique<State>(path)) {}

SqliteResponseCache::~SqliteResponseCache() = default;

std::optional<Response> SqliteResponseCache::find(const std::string& request_digest) {
  std::string json;
  if (const auto waiting = state_->pending.find(request_digest); waiting != state_->pending.end()) {
    json = waiting->second;
  } else if (state_->select.bind(0, request_digest).step()) {
    json = state_->select.text(0);
    state_->select.run();
  }
  const auto record = json.empty() ? std::nullopt : parse_json(json);
  Diagnostics ignored;  // A row that can't be read is a reply we don't have.
  auto recorded = record ? read_response_record(*record, ignored) : std::nullopt;
  return recorded ? std::optional(std::move(recorded->response)) : std::nullopt;
}

void SqliteResponseCache::put(const std::string& request_digest, const Response& response) {
  state_->pending[request_digest] = compact_json(response_record(request_digest, response));
  state_->timer.wrote();
}

void SqliteResponseCache::flush() {
  if (state_->pending.empty()) {
    return;
  }
  SqliteTransaction transaction(state_->database);
  for (const auto& [digest, json] : state_->pending) {
    state_->insert.bind(0, digest).bind(1, json).run();
  }
  transaction.commit();
  state_->pending.clear();
  state_->timer.flushed();
}

void SqliteResponseCache::flush_if_due() {
  if (state_->timer.is_due()) {
    flush();
  }
}

SqliteResponseCache::Size SqliteResponseCache::size() {
  flush();
  SqliteStatement select = state_->database.prepare("SELECT count(*), coalesce(sum(length(reply)), 0) FROM replies");
  select.step();
  const Size size{select.integer(0), select.integer(1)};
  select.run();
  return size;
}

long long SqliteResponseCache::clear() {
  const long long replies = size().replies;
  state_->database.execute("DELETE FROM replies; VACUUM;");
  return replies;
}

}  // namespace promptctl
