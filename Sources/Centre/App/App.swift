// Centre
