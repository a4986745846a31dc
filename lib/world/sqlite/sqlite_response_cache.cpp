#include "world/sqlite/sqlite_response_cache.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "document/json.hpp"
#include "exchange/response_record.hpp"
#include "world/sqlite/sqlite.hpp"

namespace promptctl {
namespace {

constexpr int format_version = 1;
const std::string schema = "CREATE TABLE replies (request TEXT PRIMARY KEY, reply TEXT NOT NULL) WITHOUT ROWID;";

}  // namespace

// The database as long as it is of use.
struct SqliteResponseCache::Opened {
  explicit Opened(const std::string& path)
      : database(path, format_version, schema),
        select(database.prepare("SELECT reply FROM replies WHERE request = ?")),
        insert(database.prepare("INSERT OR REPLACE INTO replies (request, reply) VALUES (?, ?)")) {
    SqliteTransaction(database).commit();  // What can't be kept must be known before it is paid for.
  }

  SqliteDatabase database;
  SqliteStatement select;
  SqliteStatement insert;
};

struct SqliteResponseCache::State {
  std::string path;
  Say say;
  std::unique_ptr<Opened> opened;
  std::map<std::string, std::string> pending;
  WriteTimer timer;
};

SqliteResponseCache::SqliteResponseCache(std::string path, Say say)
    : state_(std::make_unique<State>(State{std::move(path), std::move(say), nullptr, {}, {}})) {
  use([](Opened&) {});
}

SqliteResponseCache::~SqliteResponseCache() = default;

// What a cache holds can be had again: a damaged file is no reason to stop.
template <typename Work>
void SqliteResponseCache::use(Work work) {
  try {
    if (!state_->opened) {
      state_->opened = std::make_unique<Opened>(state_->path);
    }
    work(*state_->opened);
  } catch (const DamagedDatabase& damage) {
    put_aside(damage);
    state_->opened = std::make_unique<Opened>(state_->path);
    work(*state_->opened);
  }
}

void SqliteResponseCache::put_aside(const DamagedDatabase& damage) {
  state_->opened = nullptr;
  std::error_code error;
  for (const std::string_view part : {"-wal", "-shm"}) {
    std::filesystem::remove(state_->path + std::string(part), error);
  }
  const std::string aside = state_->path + ".damaged";
  std::filesystem::rename(state_->path, aside, error);
  if (error) {
    throw damage;
  }
  if (state_->say) {
    state_->say(fmt::format("the cache was damaged: the file is {} now, and a new one is begun",
                            std::filesystem::path(aside).filename().string()));
  }
}

// What is kept for a request; empty when nothing is.
std::string SqliteResponseCache::kept(const std::string& request_digest) {
  if (const auto waiting = state_->pending.find(request_digest); waiting != state_->pending.end()) {
    return waiting->second;
  }
  std::string json;
  use([&](Opened& opened) {
    if (opened.select.bind(0, request_digest).step()) {
      json = opened.select.text(0);
      opened.select.run();
    }
  });
  return json;
}

std::optional<Response> SqliteResponseCache::find(const std::string& request_digest) {
  const std::string json = kept(request_digest);
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
  use([this](Opened& opened) {
    SqliteTransaction transaction(opened.database);
    for (const auto& [digest, json] : state_->pending) {
      opened.insert.bind(0, digest).bind(1, json).run();
    }
    transaction.commit();
  });
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
  Size size;
  use([&size](Opened& opened) {
    SqliteStatement select = opened.database.prepare("SELECT count(*), coalesce(sum(length(reply)), 0) FROM replies");
    select.step();
    size = {select.integer(0), select.integer(1)};
    select.run();
  });
  return size;
}

long long SqliteResponseCache::clear() {
  const long long replies = size().replies;
  use([](Opened& opened) { opened.database.execute("DELETE FROM replies; VACUUM;"); });
  return replies;
}

}  // namespace promptctl
