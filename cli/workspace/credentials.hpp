#pragma once

#include <filesystem>

#include "cli/line/session.hpp"
#include "provider/variables.hpp"
#include "registry/project.hpp"

namespace promptctl::cli {

// The environment, with what the clouds' own tools would take where it names no key.
Variables sending_variables(const Session& session);

// Reads what stands in the files that providers' own variables name: Google's credentials, of the variable
// GOOGLE_APPLICATION_CREDENTIALS or where its command line keeps a user's. A file that is named and can't be read bars
// its provider.
void read_credentials(Project& project, const Session& session);

// Digests the files that a program's command names, the program itself among them where it is named by its path:
// another program gives other replies.
void read_programs(Project& project, const std::filesystem::path& root);

}  // namespace promptctl::cli
