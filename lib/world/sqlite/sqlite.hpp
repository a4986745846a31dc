#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace promptctl {

class SqliteStatement;

// The file is no database, or is broken in some place.
class DamagedDatabase : public Failure {
 public:
  using Failure::Failure;
};

// One SQLite database file, in WAL mode. SQLite's errors are thrown as `Failure` with the file's path. One thread at a
// time; several processes may have the same file open.
class SqliteDatabase {
 public:
  // Makes the file and its folder where missing. `schema` is run when the file's user_version is 0; a file with another
  // version than `version` is refused. A file that can't be written is read all the same.
  SqliteDatabase(const std::string& path, int version, const std::string& schema);
  ~SqliteDatabase();
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  void execute(const std::string& sql);
  SqliteStatement prepare(std::string_view sql);

  [[noreturn]] void fail(std::string_view doing) const;

 private:
  void open(const std::string& name, int flags);
  void open_unwritable();
  long long user_version();
  long long create(int version, const std::string& schema);

  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

// A prepared statement. Parameters and columns count from 0. It must not outlive its database.
class SqliteStatement {
 public:
  SqliteStatement(const SqliteDatabase& database, sqlite3_stmt* statement);

  SqliteStatement& bind(int index, std::string_view text);
  SqliteStatement& bind(int index, long long number);
  SqliteStatement& bind(int index, std::optional<long long> number);

  // The next row; false at the end, when the statement is ready to be bound and run anew.
  bool step();

  // Runs to the end and discards rows.
  void run();

  std::string text(int column) const;
  long long integer(int column) const;
  std::optional<long long> optional_integer(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const SqliteDatabase* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A write transaction; rolled back unless committed.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;

  void commit();

 private:
  SqliteDatabase& database_;
  bool open_ = true;
};

// Tells when writes that are gathered in memory have waited long enough: half a second after the first.
class WriteTimer {
 public:
  void wrote();
  bool is_due() const;
  void flushed() { since_ms_ = 0; }

 private:
  long long since_ms_ = 0;
};

}  // namespace promptctl
