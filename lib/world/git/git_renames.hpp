#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace promptctl {

// The registry's files that git takes for renamed since `commit`: what a path of the working tree was called there,
// both from the registry's folder. A file that git does not know yet counts too. Throws `Failure`: `unknown-revision`,
// and `git` where this clone lacks what is to be compared.
std::map<std::string, std::string> renamed_files(const std::filesystem::path& root, const std::string& commit);

}  // namespace promptctl
