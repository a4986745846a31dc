#include "world/git/git_revision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

ObjectHandle parse(git_repository& repository, const std::string& revision) {
  git_object* object = nullptr;
  git_revparse_single(&object, &repository, revision.c_str());
  return ObjectHandle(object);
}

// The name that a revision starts from: `main` of `main~2`.
std::string start_of(const std::string& revision) {
  return revision.substr(0, std::min(revision.find_first_of("~^:"), revision.find("@{")));
}

bool is_abbreviated_id(const std::string& name) {
  return name.size() >= GIT_OID_MINPREFIXLEN && name.size() < GIT_OID_HEXSZ &&
         name.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

// What the name may mean, by its whole name.
std::map<std::string, std::string> meanings_of(git_repository& repository, const std::string& name) {
  std::map<std::string, std::string> meanings;
  for (const std::string kind : {"refs/tags/", "refs/heads/", "refs/remotes/"}) {
    if (const ObjectHandle object = parse(repository, kind + name + "^{}")) {
      meanings.emplace(kind + name, hex_text(*git_object_id(object.get())));
    }
  }
  git_oid prefix{};
  git_object* object = nullptr;
  if (!meanings.empty() && is_abbreviated_id(name) && git_oid_fromstrn(&prefix, name.c_str(), name.size()) == 0 &&
      git_object_lookup_prefix(&object, &repository, &prefix, name.size(), GIT_OBJECT_ANY) == 0) {
    const ObjectHandle found(object);
    meanings.emplace("commit " + hex_text(*git_object_id(object)), hex_text(*git_object_id(object)));
  }
  return meanings;
}

}  // namespace

ObjectHandle find_object(git_repository& repository, const std::string& revision) {
  const std::string name = start_of(revision);
  const auto meanings = name.empty() ? std::map<std::string, std::string>() : meanings_of(repository, name);
  const auto other = std::find_if(meanings.begin(), meanings.end(), [&meanings](const auto& meaning) {
    return meaning.second != meanings.begin()->second;
  });
  if (other != meanings.end()) {
    throw Failure("ambiguous-revision",
                  fmt::format("`{}` may be {} or {}, which differ", name, meanings.begin()->first, other->first),
                  "write the whole name, and see who made the other");
  }
  return parse(repository, revision);
}

}  // namespace promptctl
