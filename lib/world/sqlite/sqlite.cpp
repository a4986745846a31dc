#include "world/sqlite/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr int busy_timeout_ms = 10'000;
constexpr long long batch_ms = 500;

long long steady_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

SqliteDatabase::SqliteDatabase(const std::string& path, int version, const std::string& schema) : path_(path) {
  std::error_code ignored;  // Opening the file says what is wrong.
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const bool is_readable = sqlite3_exec(database_.get(), "PRAGMA user_version", nullptr, nullptr, nullptr) == SQLITE_OK;
  if (!is_readable) {
    open_unwritable();
  }
  execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
  long long found = user_version();
  if (found == 0) {
    found = create(version, schema);
  }
  if (found != version) {
    throw Failure("unknown-format", whole_file(path_),
                  fmt::format("the file has format {}, this promptctl reads {}", found, version),
                  "use the promptctl that wrote it, or move the file away");
  }
}

void SqliteDatabase::open(const std::string& name, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
  database_.reset(raw);
  if (code != SQLITE_OK) {
    fail("open");
  }
  sqlite3_busy_timeout(raw, busy_timeout_ms);
}

// A database in WAL mode is read through a file that is made beside it. Where none can be made, it is read as what
// nobody changes; that leaves out what was not yet moved from the log into the database.
void SqliteDatabase::open_unwritable() {
  const int code = sqlite3_errcode(database_.get());
  std::error_code error;
  const auto log = std::filesystem::file_size(path_ + "-wal", error);
  const bool has_log = !error && log > 0;
  if (has_log || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) {
    fail("read");
  }
  const std::string name = replace_all(replace_all(replace_all(path_, "%", "%25"), "?", "%3f"), "#", "%23");
  open("file:" + name + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

long long SqliteDatabase::user_version() {
  SqliteStatement statement = prepare("PRAGMA user_version");
  statement.step();
  const long long version = statement.integer(0);
  statement.run();
  return version;
}

// Makes the tables, unless another process was first. Returns the version that is there now.
long long SqliteDatabase::create(int version, const std::string& schema) {
  execute("PRAGMA journal_mode = WAL");
  execute("BEGIN IMMEDIATE");
  const long long found = user_version();
  if (found == 0) {
    execute(schema);
    execute(fmt::format("PRAGMA user_version = {}", version));
  }
  execute("COMMIT");
  return found == 0 ? version : found;
}

SqliteDatabase::~SqliteDatabase() = default;

void SqliteDatabase::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail("write");
  }
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
    fail("read");
  }
  return {*this, statement};
}

void SqliteDatabase::fail(std::string_view doing) const {
  const std::string message = database_ ? sqlite3_errmsg(database_.get()) : "out of memory";
  const int code = database_ ? sqlite3_errcode(database_.get()) : SQLITE_NOMEM;
  const std::string text = fmt::format("cannot {} the database: {}", doing, message);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
    throw DamagedDatabase("store", whole_file(path_), text, "move the file away");
  }
  throw Failure("store", whole_file(path_), text);
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(const SqliteDatabase& database, sqlite3_stmt* statement)
    : database_(&database), statement_(statement) {}

SqliteStatement& SqliteStatement::bind(int index, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), index + 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, long long number) {
  sqlite3_bind_int64(statement_.get(), index + 1, number);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, std::optional<long long> number) {
  if (number) {
    return bind(index, *number);
  }
  sqlite3_bind_null(statement_.get(), index + 1);
  return *this;
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  sqlite3_reset(statement_.get());
  if (code != SQLITE_DONE) {
    database_->fail("use");
  }
  return false;
}

void SqliteStatement::run() {
  while (step()) {
  }
}

std::string SqliteStatement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

long long SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::optional<long long> SqliteStatement::optional_integer(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL ? std::nullopt : std::optional(integer(column));
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : database_(database) {
  database.execute("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction() {
  if (!open_) {
    return;
  }
  try {
    database_.execute("ROLLBACK");
  } catch (const Failure&) {  // SQLite has then rolled back by itself.
  }
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

void WriteTimer::wrote() {
  since_ms_ = since_ms_ == 0 ? steady_ms() : since_ms_;
}

bool WriteTimer::is_due() const {
  return since_ms_ != 0 && steady_ms() - since_ms_ >= batch_ms;
}

}  // namespace promptctl
